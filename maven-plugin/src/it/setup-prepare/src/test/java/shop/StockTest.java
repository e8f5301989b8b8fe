package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heed.junit.Cancellation;
import dev.heed.junit.CancellationTest;

class StockTest {
    @CancellationTest
    void reserve(Cancellation c) throws Exception {
        Stock stock = new Stock();
        c.afterwards("no item is lost", () -> assertEquals(3, stock.items()));
        stock.reserve();
    }
}
