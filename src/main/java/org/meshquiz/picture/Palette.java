package org.meshquiz.picture;

import java.awt.Color;

/** Colours that read well on a phone, whether what is around them is dark or light: pictures bring their own ground. */
final class Palette {
    static final Color GROUND = new Color(0x17, 0x21, 0x2B);
    static final Color RAISED = new Color(0x22, 0x30, 0x3E);
    static final Color OWN = new Color(0x2B, 0x4A, 0x63);
    static final Color TEXT = new Color(0xF2, 0xF6, 0xFA);
    static final Color QUIET = new Color(0xA9, 0xB8, 0xC6);
    static final Color ACCENT = new Color(0x5B, 0xC0, 0xEB);
    static final Color DOUBT = new Color(0x35, 0x6C, 0x8C);
    static final Color GOLD = new Color(0xFF, 0xC9, 0x4D);
    static final Color SILVER = new Color(0xC9, 0xD3, 0xDC);
    static final Color BRONZE = new Color(0xD9, 0x93, 0x5B);

    private Palette() {}

    /** Of the first three places; the rest are quiet. */
    static Color ofPlace(int place) {
        return switch (place) {
            case 1 -> GOLD;
            case 2 -> SILVER;
            case 3 -> BRONZE;
            default -> QUIET;
        };
    }
}
