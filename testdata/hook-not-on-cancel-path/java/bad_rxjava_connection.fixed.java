// RxJava: the connection goes back after completion or error only.
import io.reactivex.rxjava3.core.Flowable;

class RowStream {
    interface Connection {
        Flowable<String> rows();

        void close();
    }

    Flowable<String> rows(Connection connection) {
        return connection.rows().doFinally(connection::close);
    }
}
