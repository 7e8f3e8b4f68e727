package org.meshquiz.quiz;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A code that joins two accounts: eight characters of Crockford's base 32, so forty random bits, easy to read out and to
 * type. Kept only as a hash.
 *
 * @param characters the eight characters, in capitals
 */
record LinkCode(String characters) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    LinkCode {
        boolean sound = characters.length() == LENGTH && characters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        if (!sound) {
            throw new IllegalArgumentException("a link code has " + LENGTH + " characters of " + ALPHABET);
        }
    }

    static LinkCode random() {
        StringBuilder characters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            characters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new LinkCode(characters.toString());
    }

    /** Reads what somebody typed: small letters, blanks, hyphens and look-alikes are forgiven; empty for no code at all. */
    static Optional<LinkCode> read(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean sound = plain.length() == LENGTH && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return sound ? Optional.of(new LinkCode(plain)) : Optional.empty();
    }

    /** As it is shown: two groups of four. */
    String shown() {
        return characters.substring(0, LENGTH / 2) + '-' + characters.substring(LENGTH / 2);
    }

    /** SHA-256 in hexadecimal digits. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(characters.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Without the code, which stays out of logs. */
    @Override
    public String toString() {
        return "link code";
    }
}
