package org.meshquiz.notes.derive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.meshquiz.notes.Link;
import org.meshquiz.notes.SkillNote;
import org.meshquiz.notes.Unit;
import org.meshquiz.notes.Wording;
import org.meshquiz.question.Skill;

/** Which skills stand near each other: one's notes link or name the other, else they share a tag. Safe for several threads. */
final class Neighbours {
    private static final int MOST = 12;
    private static final Pattern SEVERAL = Pattern.compile("[/,]");

    private final Map<String, String> skillOfName = new HashMap<>();
    private final Map<String, Set<String>> linked = new HashMap<>();
    private final Map<String, NavigableSet<String>> tagged = new HashMap<>();
    private final Map<String, List<String>> near = new ConcurrentHashMap<>();

    Neighbours(List<Twin> twins) {
        for (Twin twin : twins) {
            twin.names().forEach(name -> skillOfName.putIfAbsent(Skill.idOf(name), twin.skill()));
        }
        for (Twin twin : twins) {
            names(twin).forEach(name -> link(twin.skill(), skillOfName.getOrDefault(Skill.idOf(name), "")));
            tags(twin)
                    .forEach(tag ->
                            tagged.computeIfAbsent(tag, key -> new TreeSet<>()).add(twin.skill()));
        }
    }

    /** The skills near one, the linked ones first, in an order that is always the same; not more than are of use. */
    List<String> of(Twin twin) {
        return near.computeIfAbsent(twin.skill(), skill -> find(twin));
    }

    private List<String> find(Twin twin) {
        Set<String> found = new LinkedHashSet<>(linked.getOrDefault(twin.skill(), Set.of()));
        for (String tag : tags(twin)) {
            NavigableSet<String> mates = tagged.get(tag);
            if (mates != null) {
                mates.tailSet(twin.skill(), false).stream().limit(MOST).forEach(found::add);
                mates.headSet(twin.skill(), false).stream().limit(MOST).forEach(found::add);
            }
        }
        return found.stream().limit(MOST).toList();
    }

    private void link(String from, String to) {
        if (!to.isEmpty() && !to.equals(from)) {
            linked.computeIfAbsent(from, key -> new TreeSet<>()).add(to);
            linked.computeIfAbsent(to, key -> new TreeSet<>()).add(from);
        }
    }

    private static Set<String> names(Twin twin) {
        Set<String> names = new TreeSet<>();
        for (SkillNote note : twin.notes()) {
            note.sections().values().stream()
                    .flatMap(Collection::stream)
                    .flatMap(Neighbours::names)
                    .forEach(names::add);
        }
        return names;
    }

    private static Stream<String> names(Unit unit) {
        List<String> names = new ArrayList<>();
        for (Wording words : unit.wordings()) {
            words.links().stream().filter(Link::toNote).map(Link::target).forEach(names::add);
        }
        if (unit instanceof Unit.Relation relation) {
            SEVERAL.splitAsStream(relation.technology().text())
                    .map(Sentences::name)
                    .forEach(names::add);
        }
        return names.stream();
    }

    private static List<String> tags(Twin twin) {
        return twin.notes().stream()
                .flatMap(note -> note.face().tags().stream())
                .distinct()
                .toList();
    }
}
