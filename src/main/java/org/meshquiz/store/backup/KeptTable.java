package org.meshquiz.store.backup;

import java.util.List;

/**
 * A table with what is kept.
 *
 * @param name as the catalog has it
 * @param columns as SQL wants them written, in the order in which its rows have them
 */
public record KeptTable(String name, List<String> columns) {
    public KeptTable {
        columns = List.copyOf(columns);
    }
}
