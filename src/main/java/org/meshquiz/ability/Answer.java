package org.meshquiz.ability;

import java.time.Instant;

/** One answer in a person's history: to which item of the skill, by its index, how and when. */
record Answer(int item, Observation observation, Instant at) {}
