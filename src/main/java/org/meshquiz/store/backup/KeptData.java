package org.meshquiz.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** All that is kept of people, chats and questions, at one moment: in a database, or in a file. */
public interface KeptData extends AutoCloseable {
    /** The newest migration that its tables have seen. */
    int schema();

    /** The tables, each once. */
    List<KeptTable> tables();

    /** The last value of each sequence, by its name as SQL wants it written; 0 when it was not used. */
    Map<String, Long> sequences();

    /**
     * The rows of a table, in PostgreSQL's text format for {@code COPY}; the caller closes it before asking for another.
     *
     * @throws IOException when they cannot be read
     */
    InputStream rows(KeptTable table) throws IOException;

    @Override
    void close();
}
