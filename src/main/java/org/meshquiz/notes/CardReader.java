package org.meshquiz.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the questions that people write into their notes: cards of Obsidian's spaced repetition ({@code front::back},
 * {@code front:::back}, or a line {@code ?} between the two) and check lists below a question.
 */
final class CardReader {
    private static final Pattern INLINE = Pattern.compile("(?<=\\S)\\s*+(:{2,3}+)\\s*+(?=\\S)");
    private static final Pattern BETWEEN = Pattern.compile("\\n(\\?{1,2})[ \\t]*+\\n");
    private static final Pattern CODE = Pattern.compile("`[^`]*+`");
    private static final int FEWEST_OPTIONS = 2;

    private final boolean everywhere;
    private final List<Unit> cards = new ArrayList<>();
    private final List<Piece> rest = new ArrayList<>();

    /**
     * @param everywhere whether the section holds cards: elsewhere a card must ask with a question mark
     */
    CardReader(boolean everywhere) {
        this.everywhere = everywhere;
    }

    /** Takes the questions out of a section's pieces. */
    void read(List<Piece> pieces) {
        int index = 0;
        while (index < pieces.size()) {
            Piece piece = pieces.get(index);
            Optional<Unit> card = card(piece);
            int used = card.isPresent() ? 1 : checkList(pieces, index);
            card.ifPresent(cards::add);
            if (used == 0) {
                rest.add(piece);
            }
            index += Math.max(used, 1);
        }
    }

    /** The questions that were found. */
    List<Unit> cards() {
        return cards;
    }

    /** The other pieces. */
    List<Piece> rest() {
        return rest;
    }

    private Optional<Unit> card(Piece piece) {
        Runs text = text(piece);
        if (text == null) {
            return Optional.empty();
        }
        String plain = text.text();
        Matcher between = BETWEEN.matcher(plain);
        if (between.find() && !plain.substring(0, between.start()).isBlank()) {
            return Optional.of(card(text, between, between.group(1).length() == 2, piece.line()));
        }
        Matcher inline = INLINE.matcher(CODE.matcher(plain)
                .replaceAll(
                        code -> Matcher.quoteReplacement("`".repeat(code.group().length()))));
        if (inline.find() && asks(plain.substring(0, inline.start()))) {
            return Optional.of(card(text, inline, inline.group(1).length() == 3, piece.line()));
        }
        return Optional.empty();
    }

    private static Unit card(Runs text, Matcher separator, boolean bothWays, int line) {
        Wording front = text.part(0, separator.start()).wording();
        return new Unit.Card(front, text.from(separator.end()).wording(), bothWays, line);
    }

    /** Adds a check list that begins here; the number of pieces it takes, or 0. */
    private int checkList(List<Piece> pieces, int index) {
        Runs ask = text(pieces.get(index));
        if (ask == null || !asks(ask.text())) {
            return 0;
        }
        List<Unit.Option> options = new ArrayList<>();
        for (Piece next : pieces.subList(index + 1, pieces.size())) {
            if (!(next instanceof Piece.Item item) || item.ticked() == null) {
                break;
            }
            options.add(new Unit.Option(item.text().wording(), item.ticked()));
        }
        boolean mixed = options.stream().anyMatch(Unit.Option::ticked)
                && !options.stream().allMatch(Unit.Option::ticked);
        if (options.size() < FEWEST_OPTIONS || !mixed) {
            return 0;
        }
        cards.add(new Unit.CheckList(ask.wording(), options, pieces.get(index).line()));
        return options.size() + 1;
    }

    private boolean asks(String text) {
        String words = text.strip();
        return !words.isEmpty() && (everywhere || words.endsWith("?"));
    }

    private static @Nullable Runs text(Piece piece) {
        if (piece instanceof Piece.Item item) {
            return item.ticked() == null ? item.text() : null;
        }
        return piece instanceof Piece.Prose prose ? prose.text() : null;
    }
}
