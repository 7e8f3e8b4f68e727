package org.meshquiz.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Updates that are wrong in every way: fields lost, doubled, of another type, texts that hurt. */
public final class Mutations {
    private static final List<String> WORDS = List.of(
            "",
            "\0",
            "\uD83D",
            "<b>",
            "&lt;",
            "/quiz",
            "/quiz@MeshQuizBot istio",
            "/start quiz-istio",
            "/forget",
            "'; drop table review; --",
            "{0} {words}",
            "x".repeat(5_000),
            "😀".repeat(3_000),
            "\u202Egnihton",
            "/settings zone ../../etc/passwd",
            "9223372036854775808");

    private final Random random;

    public Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** The same update with up to four things wrong. */
    public ObjectNode of(ObjectNode update) {
        ObjectNode mutated = update.deepCopy();
        int faults = random.nextInt(5);
        for (int i = 0; i < faults; i++) {
            List<ObjectNode> holders = new ArrayList<>();
            collect(mutated, holders);
            mutate(holders.get(random.nextInt(holders.size())));
        }
        return mutated;
    }

    private static void collect(JsonNode node, List<ObjectNode> holders) {
        if (node instanceof ObjectNode holder) {
            holders.add(holder);
        }
        node.forEach(child -> collect(child, holders));
    }

    private void mutate(ObjectNode holder) {
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(holder.properties());
        if (fields.isEmpty()) {
            return;
        }
        String name = fields.get(random.nextInt(fields.size())).getKey();
        if (random.nextInt(4) == 0) {
            holder.remove(name);
        } else {
            holder.set(random.nextInt(8) == 0 ? name + "_of_tomorrow" : name, anything());
        }
    }

    private JsonNode anything() {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (random.nextInt(9)) {
            case 0 -> make.nullNode();
            case 1 -> make.booleanNode(random.nextBoolean());
            case 2 -> make.numberNode(random.nextLong());
            case 3 -> make.numberNode(random.nextDouble());
            case 4 -> make.numberNode(-random.nextInt(1_000));
            case 5 -> deep();
            case 6 -> make.objectNode().put("id", random.nextInt());
            default -> make.textNode(WORDS.get(random.nextInt(WORDS.size())));
        };
    }

    private static ArrayNode deep() {
        ArrayNode outer = JsonNodeFactory.instance.arrayNode();
        ArrayNode inner = outer;
        for (int depth = 0; depth < 100; depth++) {
            inner = inner.addArray();
        }
        return outer;
    }
}
