package org.meshquiz.bank;

import java.util.List;
import java.util.Map;
import org.meshquiz.notes.NoteWarning;
import org.meshquiz.notes.Reading;

/**
 * What a folder gave.
 *
 * @param bank the questions and notes without faults
 * @param faults what somebody has to mend, by file and line
 * @param warnings what of the notes was not understood or not taken
 * @param readings how much of each note was understood
 * @param places where each authored question stands, and the note section that each derived one comes from, by id
 * @param plan how many questions the bank is to have
 */
public record BankReading(
        Bank bank,
        List<Fault> faults,
        List<NoteWarning> warnings,
        List<Reading> readings,
        Map<String, Place> places,
        CoveragePlan plan) {

    /**
     * A line of a file.
     *
     * @param file the bank's folder, then the path inside it
     * @param line from 1
     */
    public record Place(String file, int line) {}

    public BankReading {
        faults = faults.stream().sorted().toList();
        warnings = List.copyOf(warnings);
        readings = List.copyOf(readings);
        places = Map.copyOf(places);
    }
}
