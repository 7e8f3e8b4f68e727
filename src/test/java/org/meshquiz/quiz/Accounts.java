package org.meshquiz.quiz;

import static org.meshquiz.quiz.Chatter.button;
import static org.meshquiz.quiz.Chatter.last;
import static org.meshquiz.quiz.Chatter.option;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meshquiz.chat.Card;

/** Several accounts on one phone, as the chatter holds them in turn. */
final class Accounts {
    private static final Pattern CODE = Pattern.compile("/link ([0-9A-Z]{4}-[0-9A-Z]{4})");

    private final Chatter phone;

    Accounts(Chatter phone) {
        this.phone = phone;
    }

    /** From the code to the last word, which is returned; the phone is the owner's afterwards. */
    Card join(String owner, String other) {
        String code = code(owner);
        Card asked = last(write(other, "/link " + code));
        phone.press(button(asked, "It is me"));
        phone.become(owner);
        Card confirm = last(phone.look());
        return last(phone.press(button(confirm, "It is me")));
    }

    String code(String name) {
        String shown = said(name, "/link");
        Matcher code = CODE.matcher(shown);
        if (!code.find()) {
            throw new AssertionError("no code in: " + shown);
        }
        return code.group(1);
    }

    String said(String name, String text) {
        return last(write(name, text)).plain();
    }

    List<Card> write(String name, String text) {
        phone.become(name);
        return phone.write(text);
    }

    /** So many questions, every other right. */
    void answer(String name, int count) {
        phone.become(name);
        for (int number = 0; number < count; number++) {
            Card card = last(phone.write("/quiz istio 1"));
            phone.press(option(card, "option " + number % 2));
        }
    }

    void answerOnly(String name, String text) {
        phone.become(name);
        phone.press(option(last(phone.write("/quiz istio 1")), text));
    }
}
