package org.meshquiz.notes.derive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of texts without their endings, to compare texts by; what was taken apart once is remembered. Safe for several
 * threads.
 */
final class Words {
    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++");

    private static final Set<String> EMPTY =
            Set.copyOf(List.of(("а без бы в во вы где да для до его ее если есть еще же за"
                                    + " из или им их и к как когда который которая которое которые ко ли между можно мы на над не него"
                                    + " но о об обо она они он оно от по под при про с со так такие также те то того только ты у уже"
                                    + " чем через что чтобы эта эти это этот и др т д п например используется используют использовать"
                                    + " позволяет позволяют служит нужен нужна нужны часто обычно вместе совместно the a an and are as at be by can for from has in"
                                    + " into is it its of on or that the their they this to used uses use using via was which with you"
                                    + " what when where who how often usually commonly together")
                            .split(" "))
                    .stream()
                    .distinct()
                    .toList());
    private static final List<String> RUSSIAN_ENDINGS = byLength(
            "иями ями ами иях ях ах ием ией ьем ем ей ев ов ой ий ый ые ие ого его ому ему ыми ими ым им ом ую юю ая яя"
                    + " ое ее ых их ам ям ется ются ится ятся ться ает яет ают яют ует уют ить ать ять еть ет ют ут ит ят"
                    + " ат ия ии ию ья ье ьи а е и о у ы ь ю я й");
    private static final List<String> ENGLISH_ENDINGS = byLength("ing ed es s");
    private static final int SHORTEST_STEM = 3;
    private static final int SHORTEST_BEGINNING = 4;

    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
    private final Map<String, String> consonants = new ConcurrentHashMap<>();

    /** The words of a text in small letters and without endings; words that say nothing by themselves are left out. */
    Set<String> of(String text) {
        return known.computeIfAbsent(text, Words::stems);
    }

    /** The share of words that two texts have in common, in [0, 1]. */
    double likeness(String a, String b) {
        Set<String> first = of(a);
        Set<String> second = of(b);
        int common = common(first, second);
        int all = first.size() + second.size() - common;
        return all == 0 ? 1 : (double) common / all;
    }

    /** Whether two statements begin with the same word, the kind of thing, and share another. */
    boolean sameKind(String a, String b) {
        Set<String> first = of(a);
        Set<String> second = of(b);
        return !first.isEmpty()
                && !second.isEmpty()
                && first.iterator().next().equals(second.iterator().next())
                && common(first, second) >= 2;
    }

    /** How many words of the second text occur in the first, be it as the beginning of a longer word. */
    int shared(String text, String option) {
        Set<String> words = of(text);
        int shared = 0;
        for (String word : of(option)) {
            shared += isRelatedToOne(word, words) ? 1 : 0;
        }
        return shared;
    }

    /** Whether all words of one text are among those of the other. */
    boolean within(String part, String whole) {
        return of(whole).containsAll(of(part));
    }

    /** Whether all words of one of two texts are in the other, or the texts are the same where they have none. */
    boolean overlap(String a, String b) {
        boolean wordless = of(a).isEmpty() || of(b).isEmpty();
        return wordless ? a.equalsIgnoreCase(b) : within(a, b) || within(b, a);
    }

    /** Whether two names in different alphabets sound the same: {@code Дашборды}, {@code Dashboards}. */
    boolean soundAlike(String a, String b) {
        if (a.isEmpty() || b.isEmpty() || isCyrillic(a) == isCyrillic(b)) {
            return false;
        }
        String first = consonants.computeIfAbsent(a, Masking::consonants);
        String second = consonants.computeIfAbsent(b, Masking::consonants);
        int shorter = Math.min(first.length(), second.length());
        return shorter >= Masking.SHORTEST && (first.startsWith(second) || second.startsWith(first));
    }

    /** Whether two words, without endings, are forms of one another. */
    static boolean related(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        int shorter = Math.min(a.length(), b.length());
        return shorter >= SHORTEST_BEGINNING && (a.startsWith(b) || b.startsWith(a));
    }

    /** A word without its ending, in small letters. */
    static String stem(String word) {
        return stemOfSmall(small(word));
    }

    private static String stemOfSmall(String small) {
        for (String ending : isCyrillic(small) ? RUSSIAN_ENDINGS : ENGLISH_ENDINGS) {
            if (small.length() - ending.length() >= SHORTEST_STEM && small.endsWith(ending)) {
                return small.substring(0, small.length() - ending.length());
            }
        }
        return small;
    }

    private static boolean isRelatedToOne(String word, Set<String> words) {
        if (words.contains(word)) {
            return true;
        }
        for (String other : words) {
            if (related(word, other)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> byLength(String endings) {
        List<String> all = new ArrayList<>(List.of(endings.split(" ")));
        all.sort(Comparator.comparingInt(String::length).reversed());
        return List.copyOf(all);
    }

    /** Whether a word says nothing by itself. */
    static boolean isEmpty(String word) {
        return EMPTY.contains(small(word));
    }

    /** Whether a text has a letter of the Russian alphabet. */
    static boolean isCyrillic(String text) {
        for (int index = 0; index < text.length(); index++) {
            char sign = text.charAt(index);
            if (sign >= 'Ѐ' && sign <= 'ӿ') {
                return true;
            }
        }
        return false;
    }

    private static int common(Set<String> first, Set<String> second) {
        int common = 0;
        for (String word : first) {
            common += second.contains(word) ? 1 : 0;
        }
        return common;
    }

    private static Set<String> stems(String text) {
        Set<String> stems = new LinkedHashSet<>();
        Matcher words = WORD.matcher(small(text));
        while (words.find()) {
            String word = words.group();
            if (!EMPTY.contains(word)) {
                stems.add(stemOfSmall(word));
            }
        }
        return stems;
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
