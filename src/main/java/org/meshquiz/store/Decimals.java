package org.meshquiz.store;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jdbi.v3.core.argument.Argument;

/** Decimal numbers in columns. */
final class Decimals {
    private Decimals() {}

    /**
     * Numbers for a {@code double precision[]}. They go as they are: as a list of objects, each would be written as text and
     * parsed by the server, which for a level was a fifth of the program's own time.
     */
    static Argument toColumn(double[] numbers) {
        return (position, statement, context) -> statement.setObject(position, numbers);
    }

    static double[] fromColumn(Array column) throws SQLException {
        return Stream.of((Double[]) column.getArray())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** A {@code real} as the decimal number that was stored: 0.9, not 0.8999999761581421. */
    static double fromColumn(float stored) {
        return new BigDecimal(Float.toString(stored)).doubleValue();
    }
}
