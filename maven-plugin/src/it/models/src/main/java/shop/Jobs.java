package shop;

import com.acme.jobs.JobQueue;
import com.acme.jobs.JobStopped;

class Jobs {
    void poll(JobQueue queue) {
        while (true) {
            try {
                queue.next().run();
            } catch (JobStopped e) {
                System.out.println("stopped");
            }
        }
    }
}
