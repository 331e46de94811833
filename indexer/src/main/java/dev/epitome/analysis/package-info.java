/** How text becomes terms, the same when it is indexed and when it is asked for. */
@NullMarked
package dev.epitome.analysis;

import org.jspecify.annotations.NullMarked;
