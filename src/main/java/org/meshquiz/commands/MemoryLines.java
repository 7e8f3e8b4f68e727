package org.meshquiz.commands;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.meshquiz.memory.Fit;
import org.meshquiz.memory.Fitted;
import org.meshquiz.memory.Parameters;

/**
 * What {@code memory replay} and {@code memory fit} do between an input and an output: one JSON object a line, both
 * ways. A line that cannot be read gives {@code {"error": "line 3: …"}}, and the next one is read.
 */
public final class MemoryLines {
    private static final int FINE = 0;
    private static final int FAULTS_FOUND = 1;
    /** Any number would do; it is fixed so that the same log gives the same parameters. */
    private static final long SEED = 2026;

    private MemoryLines() {}

    /**
     * Runs histories of ratings through the scheduler.
     *
     * <p>A line in has {@code id}, the parameters {@code w}, wished retention {@code dr}, {@code learn} and
     * {@code relearn} steps in seconds, longest interval {@code max} in days, and {@code steps} with {@code t} in
     * seconds and grade {@code g} from 1 to 4. A line out has the {@code id} and for each step stability {@code s},
     * difficulty {@code d}, recall just before {@code r}, phase {@code st}, {@code step} in it and {@code due} in
     * seconds after the review.
     *
     * @return the exit code: 0, or 1 if a line could not be read
     */
    public static int replay(InputStream in, OutputStream out) throws IOException {
        try (JsonLines lines = new JsonLines(in, out)) {
            boolean fine = lines.each(line -> Replay.of(ReplayLine.read(line)), replay -> lines.write(replay::write));
            return fine ? FINE : FAULTS_FOUND;
        }
    }

    /**
     * Fits parameters to a review log.
     *
     * <p>A line in is an answer: {@code learner}, {@code question}, {@code at} as an ISO instant, {@code correct},
     * {@code options} to choose from or 0 for a typed answer, and where it applies {@code guessed}, {@code easy} and
     * the {@code zone} of the learner. The first line out has the parameters of the team, each further one those of a
     * learner with answers enough. {@code logLossBefore} and {@code logLossAfter} are measured on the newest reviews,
     * which the fit has not seen.
     *
     * @param progress told the share that is done, from 0 to 1, see {@link ProgressBar}
     * @return the exit code: 0, or 1 if a line could not be read
     */
    public static int fit(InputStream in, OutputStream out, DoubleConsumer progress) throws IOException {
        try (JsonLines lines = new JsonLines(in, out)) {
            ReviewLog log = new ReviewLog();
            boolean fine = lines.each(LogLine::read, log::add);
            int fits = 1 + log.learners().size();
            Optional<Fitted> team =
                    new Fit(SEED, share -> progress.accept(share / fits)).pooled(log.ofAll(), Parameters.DEFAULT);
            Parameters pooled = team.map(Fitted::parameters).orElse(Parameters.DEFAULT);
            lines.write(new FitReport(null, pooled, team, Fit.POOLED_MINIMUM)::write);
            fitLearners(log, pooled, lines, share -> progress.accept((1 + share * (fits - 1)) / fits));
            return fine ? FINE : FAULTS_FOUND;
        }
    }

    private static void fitLearners(ReviewLog log, Parameters pooled, JsonLines lines, DoubleConsumer progress)
            throws IOException {
        List<String> learners = log.learners();
        for (int i = 0; i < learners.size(); i++) {
            String learner = learners.get(i);
            int done = i;
            Fit fit = new Fit(SEED, share -> progress.accept((done + share) / learners.size()));
            Optional<Fitted> own = fit.personal(log.of(learner), pooled, pooled);
            if (own.isPresent()) {
                lines.write(new FitReport(learner, own.get().parameters(), own, Fit.PERSONAL_MINIMUM)::write);
            }
        }
        progress.accept(1);
    }
}
