package org.meshquiz.telegram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Button;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Buttons as Telegram's inline keyboard: each carries our token and nothing else. */
final class Keyboard {
    private static final int MOST_BUTTONS = 100;
    private static final int MOST_IN_A_ROW = 8;

    private Keyboard() {}

    /** The keyboard, or null where there are no buttons; what Telegram has no room for is left out. */
    static @Nullable InlineKeyboardMarkup of(List<List<Button>> buttons) {
        List<InlineKeyboardRow> rows = new ArrayList<>();
        int room = MOST_BUTTONS;
        for (List<Button> row : buttons) {
            InlineKeyboardRow shown = new InlineKeyboardRow();
            for (Button button : row.subList(0, Math.min(room, row.size()))) {
                if (shown.size() == MOST_IN_A_ROW) {
                    rows.add(shown);
                    shown = new InlineKeyboardRow();
                }
                shown.add(InlineKeyboardButton.builder()
                        .text(button.label())
                        .callbackData(button.token())
                        .build());
                room--;
            }
            if (!shown.isEmpty()) {
                rows.add(shown);
            }
        }
        return rows.isEmpty() ? null : new InlineKeyboardMarkup(rows);
    }
}
