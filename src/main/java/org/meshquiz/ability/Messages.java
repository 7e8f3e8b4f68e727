package org.meshquiz.ability;

/**
 * The messages that the answers of a calibration send to one side, people or questions, and the beliefs that each
 * receiver forms from its prior and all messages to it.
 */
final class Messages {
    private final float[][] messages;
    private final double[][] beliefs;
    private final int size;

    Messages(int answers, int receivers, int size) {
        this.messages = new float[answers][];
        this.beliefs = new double[receivers][size];
        this.size = size;
    }

    /** A receiver's belief before any message. */
    void begin(int receiver, double[] prior) {
        System.arraycopy(prior, 0, beliefs[receiver], 0, size);
    }

    /** Sends an answer's message: the belief is multiplied by it. */
    void tell(int answer, int receiver, double[] likelihood) {
        float[] message = new float[size];
        for (int i = 0; i < size; i++) {
            message[i] = (float) likelihood[i];
        }
        messages[answer] = message;
        retell(answer, receiver);
    }

    /** Sends the last message of an answer once more, to a receiver that began anew. */
    void retell(int answer, int receiver) {
        double[] belief = beliefs[receiver];
        float[] message = messages[answer];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            belief[i] *= message[i];
            sum += belief[i];
        }
        for (int i = 0; i < size; i++) {
            belief[i] /= sum;
        }
    }

    /** A receiver's belief without the message of one answer (its cavity), which sums to 1. */
    double[] without(int answer, int receiver) {
        double[] belief = beliefs[receiver];
        float[] message = messages[answer];
        if (message == null) {
            return belief;
        }
        double[] cavity = new double[size];
        for (int i = 0; i < size; i++) {
            cavity[i] = belief[i] / message[i];
        }
        return Grid.normalized(cavity);
    }

    double[] belief(int receiver) {
        return beliefs[receiver].clone();
    }
}
