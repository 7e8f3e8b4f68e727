package org.meshquiz.bank.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.meshquiz.bank.Fault;
import org.meshquiz.question.Question;

/**
 * Questions in Moodle's GIFT format, one file a language. Texts are Markdown there, so that code stays in backticks; the
 * reason why an option is wrong is its feedback, the explanation is the general feedback.
 */
public final class GiftFile {
    private GiftFile() {}

    /** The authored questions among these that exist in that language. */
    public static String write(Collection<Question> questions, Locale language) {
        StringBuilder file = new StringBuilder();
        String category = "";
        for (Question question : Exchanged.of(questions, language)) {
            String own = question.topic().skill() + "/" + question.topic().domain();
            if (!own.equals(category)) {
                category = own;
                file.append("$CATEGORY: ").append(own).append("\n\n");
            }
            file.append(new GiftText(question, language).write()).append('\n');
        }
        return file.toString();
    }

    /**
     * Reads such a file, also after Moodle has had it. Whatever it holds, what comes back is questions and faults.
     *
     * @param name what faults call the file
     * @param language of its texts
     */
    public static Imported read(String text, String name, Locale language) {
        List<Question> questions = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (GiftBlock block : GiftBlock.split(text)) {
            try {
                questions.add(block.question(language));
            } catch (IllegalArgumentException e) {
                faults.add(Fault.of(name, block.line(), e));
            }
        }
        return new Imported(name, questions, faults);
    }
}
