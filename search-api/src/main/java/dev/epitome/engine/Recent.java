package dev.epitome.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was made lately, not to be made again: at least the last so many, at most twice as many. For all threads; two
 * may make the same at once.
 */
public final class Recent<K, V> {

    private final int enough;
    private volatile Map<K, V> young = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = Map.of();

    public Recent(int enough) {
        this.enough = enough;
    }

    /** What is known under the key, or else is made now. What fails to be made is not kept. */
    public V get(K key, Function<K, V> make) {
        V known = young.get(key);
        if (known == null) {
            known = old.get(key);
            V value = known == null ? make.apply(key) : known;
            keep(key, value);
            return value;
        }
        return known;
    }

    private void keep(K key, V value) {
        if (young.size() >= enough) {
            synchronized (this) {
                if (young.size() >= enough) {
                    old = young;
                    young = new ConcurrentHashMap<>();
                }
            }
        }
        young.put(key, value);
    }
}
