package org.meshquiz.quiz.view;

import java.util.ArrayList;
import java.util.List;
import org.meshquiz.chat.Button;

/**
 * The buttons of a draft under one token.
 *
 * @param rows what is shown: each button carries the token and its index
 * @param actions what each does, by index, in the form that is stored
 */
public record TokenButtons(List<List<Button>> rows, List<String> actions) {
    public TokenButtons {
        rows = rows.stream().map(List::copyOf).toList();
        actions = List.copyOf(actions);
    }

    /** Gives the buttons of a draft that token. */
    public static TokenButtons of(Draft draft, String token) {
        List<String> actions = new ArrayList<>();
        List<List<Button>> rows = new ArrayList<>();
        for (List<Draft.Option> row : draft.rows()) {
            List<Button> buttons = new ArrayList<>();
            for (Draft.Option option : row) {
                buttons.add(new Button(option.label(), token + '.' + actions.size(), option.kind()));
                actions.add(option.action().stored());
            }
            rows.add(buttons);
        }
        return new TokenButtons(rows, actions);
    }
}
