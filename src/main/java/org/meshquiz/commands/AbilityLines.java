package org.meshquiz.commands;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.meshquiz.ability.Band;
import org.meshquiz.ability.Engine;
import org.meshquiz.ability.Format;
import org.meshquiz.ability.Item;
import org.meshquiz.ability.Next;
import org.meshquiz.ability.Observation;
import org.meshquiz.ability.Population;
import org.meshquiz.ability.Posterior;

/**
 * The level engine as a program that talks in JSON lines: a request a line comes in, its reply goes out at once. A
 * request that cannot be served is answered with {@code {"error":"…"}} and changes nothing.
 */
public final class AbilityLines {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int PROTOCOL = 1;
    private static final int PROBABILITY_DIGITS = 6;
    private static final int ABILITY_DIGITS = 4;
    private static final int ITEM_DIGITS = 3;

    private final Engine engine = new Engine();

    /** Serves requests in UTF-8 until the input ends. Flushes after every reply. */
    public void serve(InputStream in, OutputStream out) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        Writer replies = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            replies.write(reply(line));
            replies.write('\n');
            replies.flush();
        }
    }

    /** Serves one request. */
    public String reply(String line) {
        try {
            return serve(JsonRequest.parse(line)).toString();
        } catch (IllegalArgumentException e) {
            return object().put("error", e.getMessage()).toString();
        }
    }

    private ObjectNode serve(JsonRequest request) {
        String op = request.text("op");
        return switch (op) {
            case "hello" -> hello();
            case "reset" -> reset(request);
            case "item" -> item(request);
            case "answer" -> answer(request);
            case "estimate" -> estimate(request);
            case "next" -> next(request);
            case "calibrate" -> calibrate(request);
            case "items" -> items(request);
            default ->
                throw new IllegalArgumentException("'" + op + "' is no operation; say hello, reset, item,"
                        + " answer, estimate, next, calibrate or items");
        };
    }

    private static ObjectNode hello() {
        ObjectNode reply = object().put("protocol", PROTOCOL).put("name", "meshquiz");
        ArrayNode cuts = reply.putArray("cuts");
        for (Band band : Band.values()) {
            if (band != Band.JUNIOR) {
                cuts.add(band.lower());
            }
        }
        return reply;
    }

    private ObjectNode reset(JsonRequest request) {
        engine.reset(request.whole("seed"));
        return done();
    }

    private ObjectNode item(JsonRequest request) {
        Item item = Item.labelled(
                request.text("id"), level(request.text("level")), format(request), request.text("topic", ""));
        engine.add(request.text("skill"), item);
        return done();
    }

    private static Band level(String name) {
        for (Band band : Band.values()) {
            if (band.name().equals(name)) {
                return band;
            }
        }
        throw new IllegalArgumentException("'level' is JUNIOR, MIDDLE, SENIOR or EXPERT, not '" + name + "'");
    }

    private static Format format(JsonRequest request) {
        String kind = request.text("kind");
        return switch (kind) {
            case "single" -> Format.single(options(request));
            case "multi" -> Format.several(options(request));
            case "typed" -> Format.typed();
            default -> throw new IllegalArgumentException("'kind' is single, multi or typed, not '" + kind + "'");
        };
    }

    private static int options(JsonRequest request) {
        long options = request.whole("options");
        // Clamped so that no overflow can turn an absurd number into a small one; Format refuses it by name.
        return (int) Math.max(-1, Math.min(options, Integer.MAX_VALUE));
    }

    private ObjectNode answer(JsonRequest request) {
        Observation observation = new Observation(request.flag("correct"), request.number("recall", 0));
        engine.answer(request.text("user"), request.text("item"), observation, request.moment("at"));
        return done();
    }

    private ObjectNode estimate(JsonRequest request) {
        Engine.Estimate estimate = engine.estimate(request.text("user"), request.text("skill"), request.moment("at"));
        Posterior posterior = estimate.posterior();
        ObjectNode reply = object();
        addAll(reply.putArray("p"), posterior.bands(), PROBABILITY_DIGITS);
        return reply.put("level", posterior.likeliest().name())
                .put("theta", rounded(posterior.mean(), ABILITY_DIGITS))
                .put("sd", rounded(posterior.sd(), ABILITY_DIGITS))
                .put("n", estimate.answers());
    }

    private ObjectNode next(JsonRequest request) {
        Next next = engine.next(
                request.text("user"), request.text("skill"), request.moment("at"), request.flag("ignoreStop", false));
        if (next instanceof Next.Ask ask) {
            return object().put("item", ask.item().id());
        }
        return object().put("stop", ((Next.Stop) next).reason().name().toLowerCase(Locale.ROOT));
    }

    private ObjectNode calibrate(JsonRequest request) {
        Population team = engine.calibrate(request.text("skill"));
        ObjectNode reply = done();
        reply.putObject("team").put("mu", rounded(team.mean(), ITEM_DIGITS)).put("sd", rounded(team.sd(), ITEM_DIGITS));
        return reply;
    }

    private ObjectNode items(JsonRequest request) {
        ObjectNode reply = object();
        ArrayNode items = reply.putArray("items");
        for (Item item : engine.items(request.text("skill"))) {
            ObjectNode row = items.addObject()
                    .put("id", item.id())
                    .put("b", rounded(item.parameters().difficulty(), ITEM_DIGITS))
                    .put("bSd", rounded(item.parameters().difficultySd(), ITEM_DIGITS));
            addAll(row.putArray("p"), item.parameters().bands(), ITEM_DIGITS);
            row.put("flag", item.suggestedLabel().map(Band::name).orElse(null));
        }
        return reply;
    }

    private static void addAll(ArrayNode array, double[] values, int digits) {
        for (double value : values) {
            array.add(rounded(value, digits));
        }
    }

    private static double rounded(double value, int digits) {
        return BigDecimal.valueOf(value)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    private static ObjectNode done() {
        return object().put("ok", true);
    }

    private static ObjectNode object() {
        return NODES.objectNode();
    }
}
