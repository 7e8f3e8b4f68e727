package org.meshquiz.commands;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshquiz.memory.Fitted;
import org.meshquiz.memory.Parameters;

/**
 * A line that {@code memory fit} writes.
 *
 * @param learner whom the parameters are for; nobody for those of the team
 * @param parameters to use from now on
 * @param fitted how they were found, if there were answers enough
 * @param needed long-term reviews that a fit needs
 */
record FitReport(@Nullable String learner, Parameters parameters, Optional<Fitted> fitted, int needed) {

    void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("scope", learner == null ? "team" : "learner");
        if (learner != null) {
            out.writeStringField("learner", learner);
        }
        out.writeBooleanField("accepted", fitted.map(Fitted::accepted).orElse(false));
        out.writeFieldName("parameters");
        out.writeArray(parameters.toArray(), 0, Parameters.COUNT);
        if (fitted.isPresent()) {
            out.writeNumberField("trained", fitted.get().trained());
            out.writeNumberField("heldOut", fitted.get().heldOut());
            out.writeNumberField("logLossBefore", fitted.get().lossBefore());
            out.writeNumberField("logLossAfter", fitted.get().lossAfter());
        } else {
            out.writeNumberField("needed", needed);
        }
        out.writeEndObject();
    }
}
