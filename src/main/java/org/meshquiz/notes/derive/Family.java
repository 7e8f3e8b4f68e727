package org.meshquiz.notes.derive;

/** Facts of one kind: only they can stand beside each other as options. */
enum Family {
    SKILL,
    TOOL,
    TERM,
    RELATION,
    PROBLEM,
    COMMAND,
    LEVEL,
    CARD
}
