package org.meshquiz.bank;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a question file says about all of its questions.
 *
 * @param skill the skill's id
 * @param domain the part of the skill; the file's name without {@code .yaml}
 * @param note the name of the note that the questions belong to
 * @param version the product version they hold for, unless one states its own
 */
record FileHead(String skill, String domain, String note, Optional<String> version) {
    /** Of each of the four words, in code points. */
    static final int LONGEST = 60;

    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*+");
    private static final String ENDING = ".yaml";

    /** Reads the top of a file; a word that is missing or wrong is empty here and a fault there. */
    static FileHead read(Fields file, QuestionPath path, Faults faults) {
        TextFields texts = new TextFields(faults);
        Optional<Fields.Value> skill = file.neededText("skill");
        skill.filter(value -> !value.text().equals(path.folder()))
                .ifPresent(value -> faults.add(
                        value.line(),
                        "the skill '" + Fields.shortened(value.text()) + "' stands in the folder '" + path.folder()
                                + "'",
                        "name both alike"));
        Optional<Fields.Value> domain = file.neededText("domain");
        domain.ifPresent(value -> checkDomain(value, path.fileName(), faults));
        return new FileHead(
                texts.fitting(skill, "skill", LONGEST).orElse(""),
                texts.fitting(domain, "domain", LONGEST).orElse(""),
                texts.fitting(file.neededText("note"), "note", LONGEST).orElse(""),
                texts.fitting(file.text("version"), "version", LONGEST));
    }

    private static void checkDomain(Fields.Value domain, String fileName, Faults faults) {
        String named = fileName.substring(0, fileName.length() - ENDING.length());
        if (!DOMAIN.matcher(domain.text()).matches()) {
            faults.add(
                    domain.line(),
                    "'" + Fields.shortened(domain.text()) + "' is no domain",
                    "use small Latin letters, digits and single hyphens");
        } else if (!domain.text().equals(named)) {
            faults.add(
                    domain.line(),
                    "the domain '" + Fields.shortened(domain.text()) + "' stands in the file '" + fileName + "'",
                    "name both alike");
        }
    }
}
