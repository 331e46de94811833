package dev.epitome.http;

import dev.epitome.search.SearchEngine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** A real engine whose searches wait until they are let go. */
final class HeldEngine {

    private final CountDownLatch letGo = new CountDownLatch(1);
    private final Semaphore asked = new Semaphore(0);
    private final SearchEngine engine;

    HeldEngine(SearchEngine real) {
        engine = (SearchEngine) Proxy.newProxyInstance(
                SearchEngine.class.getClassLoader(),
                new Class<?>[] {SearchEngine.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("within")) {
                        return proxy;
                    }
                    if (method.getName().equals("search")) {
                        asked.release();
                        letGo.await();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    SearchEngine engine() {
        return engine;
    }

    /** Waits until so many searches have come that were not waited for before. */
    void await(int searches) throws InterruptedException {
        asked.acquire(searches);
    }

    void letGo() {
        letGo.countDown();
    }
}
