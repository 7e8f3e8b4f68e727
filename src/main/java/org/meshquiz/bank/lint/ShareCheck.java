package org.meshquiz.bank.lint;

import java.util.List;
import java.util.Optional;

/** A share that is measured over many questions in one language. */
@FunctionalInterface
interface ShareCheck {

    /** The share; nothing where no item has what is measured. */
    Optional<Measure> measure(List<Item> items);
}
