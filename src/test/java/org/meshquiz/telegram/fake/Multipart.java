package org.meshquiz.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of a form with files, as far as text goes. */
final class Multipart {
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]+)\"(?:; filename=\"([^\"]*)\")?");

    private Multipart() {}

    /** Fields as strings; a file as {@code {"file_name", "content"}}. */
    static ObjectNode read(byte[] body, String contentType) {
        String boundary = "--" + contentType.replaceFirst(".*boundary=", "").replace("\"", "");
        ObjectNode fields = Json.object();
        for (String part : new String(body, StandardCharsets.UTF_8).split(Pattern.quote(boundary), -1)) {
            int end = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(part);
            if (end < 0 || !name.find()) {
                continue;
            }
            String value = part.substring(end + 4, part.length() - 2);
            if (name.group(2) == null) {
                fields.put(name.group(1), value);
            } else {
                fields.putObject(name.group(1)).put("file_name", name.group(2)).put("content", value);
            }
        }
        return fields;
    }
}
