package dev.heed.verify.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HonestyTest {
    @Test
    void whoNamesTheCancellationIsHonest() {
        assertThat(Honesty.isHonest("Interrupted while waiting for a seat")).isTrue();
        assertThat(Honesty.isHonest("java.util.concurrent.CancellationException"))
                .isTrue();
        assertThat(Honesty.isHonest("The stock server is unavailable")).isFalse();
    }

    @Test
    void thePackageOfATypeSaysNothing() {
        assertThat(Honesty.isHonest("org.shutters.cancel.NoSeatException: none free"))
                .isFalse();
        assertThat(Honesty.isHonest("org.seats.SeatCancelledException: none free"))
                .isTrue();
    }
}
