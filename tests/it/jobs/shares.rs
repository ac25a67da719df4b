//! Fair shares: files of one host that cost seconds hold nobody else up.

use std::sync::mpsc::sync_channel;

use carddesk::jobs::{JobFailure, Lane, Step, Urgency};

use super::{Bench, Gate, PATIENCE, Record};

impl Bench {
    /// A file that is fetched in one lane and drawn in the other.
    fn fetch_and_draw(
        &mut self,
        number: usize,
        host: &'static str,
        draw: impl FnOnce() + Send + 'static,
    ) {
        let drawn = move || {
            draw();
            (number, Ok(()))
        };
        let fetched = move || Step::Then(Lane::Drawing, host.into(), Box::new(drawn));
        let lost = move |failure| (number, Err(failure));
        self.jobs.submit_in_steps(Lane::Assets, Urgency::InTurn, fetched, lost);
    }

    /// One whose drawing lasts until its gate is opened; returns when it has begun.
    fn draw_long(&mut self, number: usize, host: &'static str) -> Gate {
        let (begin, begun) = sync_channel(1);
        let (open, opened) = sync_channel::<()>(1);
        self.fetch_and_draw(number, host, move || {
            begin.send(()).unwrap();
            // The test may have ended.
            let _opened = opened.recv();
        });
        begun.recv_timeout(PATIENCE).expect("the drawing began");
        Gate(open)
    }

    /// Waits until all that was given to the lane of downloads has gone on.
    fn let_downloads_end(&mut self, number: usize) {
        let (sender, reached) = sync_channel(8);
        let together = std::sync::Arc::new(std::sync::Barrier::new(8));
        for _ in 0..8 {
            let (sender, together) = (sender.clone(), std::sync::Arc::clone(&together));
            // Each of its threads is at one of these, so none is at anything else.
            self.submit(Lane::Assets, Urgency::InTurn, number, move || {
                together.wait();
                sender.send(()).unwrap();
            });
        }
        for _ in 0..8 {
            reached.recv_timeout(PATIENCE).expect("a download's turn");
        }
    }
}

#[test]
fn the_host_that_has_had_the_least_time_comes_next() {
    let mut bench = Bench::new();
    let record = Record::default();
    let first = bench.draw_long(0, "costly.example");
    let _second = bench.draw_long(1, "costly.example");
    for number in 2..32 {
        bench.fetch_and_draw(number, "costly.example", record.note(number));
    }
    bench.let_downloads_end(99);
    bench.fetch_and_draw(32, "good.example", record.note(32));
    bench.let_downloads_end(99);
    first.open();
    let answered = bench.answers(1 + 30 + 1 + 16);
    assert_eq!(answered.iter().filter(|(number, _)| *number == 32).count(), 1);
    let mut order = record.read();
    assert_eq!(order[0], 32, "{order:?}");
    // Downloads end in any order.
    order.sort_unstable();
    assert_eq!(order, (2..33).collect::<Vec<_>>(), "each is drawn once");
}

#[test]
fn downloads_do_not_wait_for_drawings() {
    let mut bench = Bench::new();
    let gates = [bench.draw_long(0, "costly.example"), bench.draw_long(1, "costly.example")];
    for number in 2..40 {
        bench.fetch_and_draw(number, "costly.example", || {});
    }
    // More of them wait than the lane of downloads has threads.
    bench.let_downloads_end(99);
    bench.submit(Lane::Assets, Urgency::InTurn, 40, || {});
    let answered = bench.answers(9);
    assert!(answered.contains(&(40, Ok(()))), "{answered:?}");
    gates.into_iter().for_each(Gate::open);
    bench.answers(40);
}

#[test]
fn what_breaks_off_in_its_second_step_answers_too() {
    let mut bench = Bench::new();
    bench.fetch_and_draw(1, "a.example", || panic!("a renderer gave up"));
    assert_eq!(bench.answers(1), [(1, Err(JobFailure::Panicked))]);
    let gates = [bench.draw_long(2, "a.example"), bench.draw_long(3, "a.example")];
    bench.fetch_and_draw(4, "b.example", || {});
    bench.let_downloads_end(99);
    bench.jobs.cancel_queued(Lane::Drawing);
    let answered = bench.answers(9);
    assert!(answered.contains(&(4, Err(JobFailure::Cancelled))), "{answered:?}");
    gates.into_iter().for_each(Gate::open);
    bench.answers(2);
}

#[test]
fn shares_begin_anew_when_nothing_is_left() {
    let mut bench = Bench::new();
    let record = Record::default();
    bench.draw_long(0, "a.example").open();
    bench.answers(1);
    let gates = [bench.draw_long(1, "b.example"), bench.draw_long(2, "c.example")];
    for (number, host) in [(3, "a.example"), (4, "d.example")] {
        bench.fetch_and_draw(number, host, record.note(number));
        bench.let_downloads_end(99);
    }
    let [first, second] = gates;
    first.open();
    bench.answers(1 + 2 + 16);
    assert_eq!(record.read(), [3, 4], "what was spent before counts no more");
    second.open();
}
