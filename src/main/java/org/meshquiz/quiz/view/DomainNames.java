package org.meshquiz.quiz.view;

import org.meshquiz.question.Section;

/** Domains of questions as people read them: a note's section, or one that authors have named. */
public final class DomainNames {
    private DomainNames() {}

    /** The domain's name; its key where the phrases have none, as in a bank of somebody else. */
    public static String in(Phrases phrases, String domain) {
        return Section.withKey(domain)
                .map(section -> SectionNames.in(phrases.language(), section))
                .orElseGet(
                        () -> phrases.keys().contains("domain." + domain) ? phrases.say("domain." + domain) : domain);
    }
}
