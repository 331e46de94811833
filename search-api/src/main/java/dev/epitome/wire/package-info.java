/**
 * What goes in and out of the doors that are not Java: parameters and JSON, the same words and the same defaults over
 * HTTP and on the command line.
 */
@NullMarked
package dev.epitome.wire;

import org.jspecify.annotations.NullMarked;
