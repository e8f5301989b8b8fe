package corpus;

import java.util.List;
import java.util.concurrent.Future;

class Shadow {
    static class Thread {
        void join() {}
    }

    Thread thread = new Thread();
    java.lang.Thread real = new java.lang.Thread();
    String name = "field";
    static final List<Future<String>> ALL = List.of();

    void parameters(java.lang.Thread thread, String Shadow) throws Exception {
        thread.join();
        this.thread.join();
        real.join();
        Shadow.trim();
        {
            Shadow name = this;
            name.thread.join();
        }
        name.trim();
        for (int name = 0; name < 1; name++) {
            Integer.valueOf(name).byteValue();
        }
        for (Future<String> name : ALL) {
            name.get().trim();
        }
        java.util.function.Function<Shadow, Thread> f = name -> name.thread;
        f.apply(this).join();
        try {
            parameters(null, null);
        } catch (InterruptedException name) {
            name.getMessage();
        } catch (Exception name) {
            name.getSuppressed();
        }
        new Object() {
            int name = 3;

            void x() {
                Integer.toString(name);
                trim(Shadow.this.name);
            }

            void trim(String s) {}

            void trim(Object s) throws java.io.IOException {}
        }.x();
        Future<String> future = ALL.get(0), second = future;
        second.get();
    }

    static class Outer<K> {
        class Entry {
            K key() {
                return null;
            }
        }

        Entry entry() {
            return new Entry();
        }

        void use() {
            entry().key().hashCode();
        }
    }

    static class Sub extends Outer<String> {
        class More extends Entry {}

        void go() {
            entry().hashCode();
            new More().hashCode();
        }
    }

    interface Chain<T extends Chain<T>> {
        T with(int i) throws InterruptedException;

        default T self() {
            return with2();
        }

        T with2();
    }

    interface MyChain extends Chain<MyChain> {
        void done() throws java.io.IOException;
    }

    void chain(MyChain chain) throws Exception {
        chain.with(1).with(2).self().with2().done();
    }

    int recursive(int n) throws InterruptedException {
        if (n > 3) {
            return recursive(n - 1) + this.recursive(n - 2);
        }
        java.lang.Thread.sleep(n);
        return n;
    }

    static void labels() throws Exception {
        outer:
        for (; ; ) {
            Object o = ALL;
            while (true) {
                if (!(o instanceof List<?> list)) {
                    break outer;
                }
                list.size();
                if (list.isEmpty()) continue outer;
            }
        }
        do {
            ALL.get(0).get();
        } while (ALL.isEmpty());
    }
}
