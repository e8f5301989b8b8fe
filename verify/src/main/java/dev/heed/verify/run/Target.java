package dev.heed.verify.run;

import dev.heed.verify.point.Delivery;

/**
 * Where a cancellation is delivered.
 *
 * @param role the thread, as {@link Reached#role}
 * @param site the point's site
 * @param occurrence the how-manieth time that thread comes there, from 1
 * @param delivery how it arrives
 */
public record Target(String role, int site, int occurrence, Delivery delivery) {}
