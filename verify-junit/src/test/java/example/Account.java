package example;

import java.util.concurrent.Semaphore;

/** An account that takes its time. */
final class Account {
    private final Semaphore permit = new Semaphore(1);
    private int balance;

    Account(int balance) {
        this.balance = balance;
    }

    int balance() {
        return balance;
    }

    /** Right: what is taken is given back, and nothing is half done. */
    void transfer(Account to, int amount) throws InterruptedException {
        permit.acquire();
        try {
            Thread.sleep(1);
            balance -= amount;
            to.balance += amount;
        } finally {
            permit.release();
        }
    }

    /** Wrong: an interrupt between the two halves loses money, and the permit. */
    void transferCarelessly(Account to, int amount) throws InterruptedException {
        permit.acquire();
        balance -= amount;
        Thread.sleep(1);
        to.balance += amount;
        permit.release();
    }

    /** Wrong: whoever reads the exception cannot know that it was an interrupt. */
    void audit() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The books are closed");
        }
    }

    /** Wrong: nobody learns that it was interrupted. */
    boolean settle() {
        try {
            Thread.sleep(1);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
