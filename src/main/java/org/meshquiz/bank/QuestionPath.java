package org.meshquiz.bank;

import java.nio.file.Path;

/**
 * Where a question file is.
 *
 * @param file to read from
 * @param folder the name of the folder it stands in: the skill
 * @param fileName its own name
 * @param shown what faults call it: {@code questions/istio/security.yaml}
 */
record QuestionPath(Path file, String folder, String fileName, String shown) {}
