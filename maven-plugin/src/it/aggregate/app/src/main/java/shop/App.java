package shop;

import lib.Bus;

class App {
    void close(Bus bus) {
        try {
            bus.awaitClose();
        } catch (Exception e) {
            System.out.println("not closed");
        }
    }
}
