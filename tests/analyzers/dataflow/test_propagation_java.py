"""Taint propagation in Java; sinks that must be reported are marked `BAD`."""

from __future__ import annotations

import pytest

from tests.analyzers.taint.taint_cases import assert_flows, engine, rule

NUMBERS = [{"pattern": each, "exact": True} for each in ("Integer.parseInt(...)", "UUID.fromString(...)")]
OPTIONS = {"taint_assume_safe_numbers": True, "taint_assume_safe_indexes": True}
ENGINE = engine(rule("java", options=OPTIONS, **{"pattern-sanitizers": [{"pattern": "clean(...)"}, *NUMBERS]}))

PARAMETERS = [
    {"pattern": "source()"},
    {"patterns": [{"pattern": "$R $M(..., String $X, ...) { ... }"}, {"focus-metavariable": "$X"}]},
]
OF_PARAMETERS = engine(
    rule("java", **{"pattern-sources": PARAMETERS, "pattern-sanitizers": [{"pattern": "clean(...)"}]}),
    builtin=True,
)

CASES = {
    "an object of an anonymous class does what its methods do": """
        class C {
            void f() {
                String x = source();
                Shape one = new Shape() {
                    public String name(String v) { return x; }
                };
                sink(one.name("a")); // BAD
                Shape other = new Shape() {
                    public String name(String v) { return "a"; }
                };
                sink(other.name(x));
                Shape several = new Shape(1) {
                    public String first(String v) { return x; }
                    public String second(String v) { return v; }
                };
                sink(several.first("a")); // BAD
                sink(several.second("a"));
                sink(several.second(x)); // BAD
                sink(new Shape(x) { int size = 1; }); // BAD
            }
        }
    """,
    "the first elements of a stream": """
        class C {
            void f() {
                String x = source();
                sink(Stream.of("a", x).findFirst().get());
                sink(Stream.of(x, "a").findFirst().get()); // BAD
                sink(Stream.of(x, "a").findAny().get()); // BAD
                sink(Stream.of("a", x).skip(1).findFirst().orElse("b")); // BAD
                sink(Stream.of(x, "a").skip(1).findFirst().orElse("b"));
                sink(Stream.of("a").findFirst().orElse(x));
                sink(String.join(",", Stream.of("a", x).limit(1).toList()));
                sink(List.of("a", x).stream().collect(Collectors.toList()).get(0));
                sink(List.of("a", x).stream().collect(Collectors.toList()).get(1)); // BAD
                sink(Stream.of("a", x).skip(unknown).findFirst().get()); // BAD
                sink(Stream.of("a", x).limit(unknown).findFirst().get()); // BAD
                sink(Stream.of("a").skip(3).findFirst().orElse(x)); // BAD
                sink(Stream.of("a", x).map(v -> v.trim()).findFirst().get()); // BAD
            }
        }
    """,
    "a loop over the one element of a list": """
        class C {
            void f() {
                String x = source();
                for (String each : Arrays.asList("a")) {
                    x = "b";
                }
                sink(x);
                String y = source();
                for (String each : Arrays.asList(others)) {
                    y = "b";
                }
                sink(y); // BAD
            }
        }
    """,
    "what a value is of one of two classes gives": """
        class C {
            private final Shape shape = make();
            void f(boolean is) {
                String x = source();
                Shape either = is ? new Plain() : new Echo();
                sink(either.name(x)); // BAD
                Shape safe = is ? new Plain() : new Hidden();
                sink(safe.name(x));
                Shape later = new Plain();
                if (is) {
                    later = new Echo();
                }
                sink(later.name(x)); // BAD
                sink(shape.name(x)); // BAD
                sink(shape.kind(x));
            }
            void g(Closed given) {
                sink(given.name(source()));
                given.run(source());
            }
        }
        interface Shape {
            String name(String v);
            String kind(String v);
        }
        class Plain implements Shape {
            public String name(String v) { return "a"; }
            public String kind(String v) { return "a"; }
        }
        class Hidden implements Shape {
            public String name(String v) { return clean(v); }
            public String kind(String v) { return "b"; }
        }
        class Echo implements Shape {
            public String name(String v) { return v; }
            public String kind(String v) { return "c"; }
        }
        abstract class Closed {
            abstract String name(String v);
            abstract void run(String v);
        }
        class First extends Closed {
            String name(String v) { return "a"; }
            void run(String v) { sink("a"); }
        }
        class Second extends Closed {
            String name(String v) { return clean(v); }
            void run(String v) { sink(v); } // BAD
        }
    """,
    "predicates that say no": """
        class C {
            private static final Set<String> KNOWN = Set.of("a", "b");
            void f() {
                String x = source();
                Predicate<String> unknown = v -> !KNOWN.contains(v);
                if (unknown.test(x)) {
                    sink(x); // BAD
                    return;
                }
                sink(x);
            }
            void g() {
                String x = source();
                Predicate<String> known = KNOWN::contains;
                sink(known.negate().test(x) ? "a" : x);
                sink(known.negate().test(x) ? x : "a"); // BAD
                sink(Predicate.not(known).test(x) ? "a" : x);
                sink(!Predicate.not(known).test(x) ? "a" : x); // BAD
                Predicate<String> other = v -> v.length() > 3;
                sink(other.negate().test(x) ? "a" : x); // BAD
            }
        }
    """,
    "copies, futures and defaults": """
        class C {
            void f() {
                String x = source();
                String[] copy = Arrays.copyOf(new String[] {"a", x}, 2);
                sink(copy[0]);
                sink(copy[1]); // BAD
                sink(one("a").thenCombine(one(x), (v, w) -> v).join());
                sink(one("a").thenCombine(one(x), (v, w) -> w).join()); // BAD
                Map<String, String> all = new HashMap<>();
                all.put("k", "c");
                sink(all.getOrDefault("k", x));
                sink(all.getOrDefault("m", x)); // BAD
                Map<String, String> some = new HashMap<>();
                if (is()) {
                    some.put("k", "c");
                }
                sink(some.getOrDefault("k", x)); // BAD
                List<Box> boxes = List.of(new Box(x, "c"));
                sink(boxes.stream().map(v -> v.right).collect(Collectors.joining()));
                sink(boxes.stream().map(v -> v.left).collect(Collectors.joining())); // BAD
            }
        }
        class Box {
            String left;
            String right;
            Box(String left, String right) {
                this.left = left;
                this.right = right;
            }
        }
    """,
    "a list that is turned around": """
        class C {
            void f() {
                List<String> items = new ArrayList<>(List.of(source(), "a"));
                Collections.reverse(items);
                sink(items.get(0));
                sink(items.get(1)); // BAD
                Collections.shuffle(items);
                sink(items.get(0)); // BAD
            }
        }
    """,
    "a field has the class that it is declared with": """
        class Controller {
            private final Service service;
            @Inject Service injected;
            Controller(Service service) { this.service = service; }
            void a() {
                service.run(source());
                service.quiet(source());
                sink(service.same(source())); // BAD
                sink(service.fixed(source()));
                sink(this.injected.fixed(source()));
            }
        }
        class Service {
            void run(String x) {
                sink(x); // BAD
            }
            void quiet(String x) {
                sink("a");
            }
            String same(String x) { return x; }
            String fixed(String x) { return "a"; }
        }
    """,
    "so have parameters, variables and what a field leads to": """
        class Controller {
            private final Outer outer = make();
            void a(Inner given) {
                sink(given.fixed(source()));
                Inner made = make();
                sink(made.fixed(source()));
                sink(outer.inner.fixed(source()));
                sink(make().fixed(source())); // BAD
            }
        }
        class Outer { Inner inner; }
        class Inner {
            String fixed(String x) { return "a"; }
        }
    """,
    "an interface with one class is that class, one with two may be either": """
        class Controller {
            private One one;
            private Two two;
            private Three three;
            private Open open;
            void a() {
                sink(one.pass(source()));
                sink(two.pass(source())); // BAD
                sink(three.pass(source())); // BAD
                sink(open.pass(source())); // BAD
            }
        }
        interface One { String pass(String x); }
        class OnlyOne implements One { public String pass(String x) { return "a"; } }
        interface Two { String pass(String x); }
        class FirstTwo implements Two { public String pass(String x) { return "a"; } }
        class SecondTwo implements Two { public String pass(String x) { return x; } }
        interface Three { String pass(String x); }
        class OnlyThree implements Three { public String pass(String x) { return "a"; } }
        class Others {
            Three made = new Three() { public String pass(String x) { return x; } };
        }
        class Open { String pass(String x) { return "a"; } }
        class Opened extends Open { String pass(String x) { return x; } }
    """,
    "what is replaced in a map, and functions one after the other": """
        class A {
            void a() {
                Map<String, String> table = new HashMap<>();
                table.put("a", source());
                table.replace("a", "b");
                sink(table.get("a"));
                table.replace("a", source());
                sink(table.get("a")); // BAD
                table.replace("c", "d");
                sink(table.get("a")); // BAD
                sink("a".replace("a", source())); // BAD
                Function<String, String> same = x -> x;
                Function<String, String> fixed = x -> "a";
                sink(same.andThen(fixed).apply(source()));
                sink(fixed.andThen(same).apply(source()));
                sink(same.andThen(same).apply(source())); // BAD
                sink(fixed.compose(same).apply(source()));
                sink(same.andThen(unknown).apply(source())); // BAD
            }
        }
    """,
    "what could be read as a number is one": """
        class A {
            void a() {
                String x = source();
                Integer.parseInt(x);
                sink(x);
                String y = source();
                try {
                    UUID.fromString(y);
                } catch (IllegalArgumentException e) {
                    y = "a";
                }
                sink(y);
                String z = source();
                try {
                    Integer.parseInt(z);
                } catch (NumberFormatException e) {
                    log(e);
                }
                sink(z); // BAD
                String other = source();
                Text.parse(other);
                sink(other); // BAD
            }
        }
    """,
    "a lambda may be behind the only method of an interface": """
        class A {
            interface Visitor { void visit(String x); }
            interface Both { void first(String x); void second(String x); }
            static void walk(String x, Visitor visitor) { visitor.visit(x); }
            void a() {
                walk(source(), x -> {
                    sink(x); // BAD
                });
                walk("a", x -> {
                    sink(x);
                });
            }
        }
    """,
    "what is asked by a matcher, a predicate or twice": """
        class A {
            private static final Pattern ID = Pattern.compile("[a-z]{2}");
            private static final Set<String> KNOWN = Set.of("a", "b");
            private final Given given = new Given();
            void a() {
                String x = source();
                Matcher matcher = ID.matcher(x);
                if (matcher.matches()) {
                    sink(x);
                } else {
                    sink(x); // BAD
                }
                String y = source();
                Predicate<String> known = KNOWN::contains;
                Predicate<String> filled = each -> !each.isEmpty();
                if (known.test(y)) {
                    sink(y);
                }
                if (filled.test(y)) {
                    sink(y); // BAD
                }
                if (KNOWN.contains(y.toLowerCase(Locale.ROOT))) {
                    sink(y);
                }
                Wrapper wrapper = new Wrapper(source());
                sink(wrapper.text()); // BAD
                if (KNOWN.contains(wrapper.text())) {
                    sink(wrapper.text());
                }
                sink(wrapper.text()); // BAD
            }
        }
        class Wrapper {
            private final String text;
            Wrapper(String text) { this.text = text; }
            String text() { return text; }
        }
    """,
    "a method and a variable may have the same name": """
        class A {
            void a() {
                for (String each : all()) {
                    String short = short(source());
                    sink(short);
                    String same = same(source());
                    sink(same); // BAD
                }
            }
            String short(String x) { return "a"; }
            String same(String x) { return x; }
        }
    """.replace("short", "brief"),
    "what is made for a key gets that key": """
        class A {
            void a() {
                Map<String, String> table = new HashMap<>();
                table.put(source(), source());
                table.computeIfAbsent("a", key -> {
                    sink(key);
                    return key;
                });
                table.computeIfAbsent(source(), key -> {
                    sink(key); // BAD
                    return "a";
                });
                table.computeIfPresent("a", (key, old) -> {
                    sink(key);
                    sink(old); // BAD
                    return old;
                });
            }
        }
    """,
    "what a record is taken apart into": """
        class A {
            record Pair(String left, String right) {}
            record Outer(Pair pair, String name) {}
            record Other(String plain) {}
            void a(Object other) {
                Object shape = new Pair("a", source());
                if (shape instanceof Pair(String left, String right)) {
                    sink(left);
                    sink(right); // BAD
                }
                Outer outer = new Outer(new Pair(source(), "a"), "b");
                String text = switch (outer) {
                    case Outer(Pair(var first, var second), var name) -> second + name;
                };
                sink(text);
                if (outer instanceof Outer(Pair(var first, var second), var name)) {
                    sink(first); // BAD
                    sink(second);
                    sink(name);
                }
                Object either = other == null ? new Other("b") : new Pair("a", source());
                String chosen = switch (either) {
                    case Pair(String left, String right) -> right;
                    case Other(String plain) -> plain;
                };
                sink(chosen); // BAD
                if (made(source()) instanceof Pair(String left, String right)) {
                    sink(left); // BAD
                }
            }
        }
    """,
    "a comparison with nothing at all decides nothing": """
        class A {
            void a() {
                String none = null;
                if ("a".equalsIgnoreCase(none)) {
                    sink(source()); // BAD
                }
            }
        }
    """,
    "a key of settings is none of their values": """
        class A {
            void a() {
                sink(settings.getProperty(source()));
                sink(settings.getProperty("a", source())); // BAD
                sink(environment.getRequiredProperty(source()));
            }
        }
    """,
}

GIVEN = {
    "what only a file itself calls is given what it gives": """
        public class A {
            private void run(String x) {
                sink(x);
            }
            private void both(String x) {
                sink(x); // BAD
            }
            private void only_unresolved(String x) {
                sink(x); // BAD
            }
            public void open(String x) {
                sink(x); // BAD
            }
            @Scheduled void framework(String x) {
                sink(x); // BAD
            }
            private void again(String x) {
                again(x);
                sink(x);
            }
            void b(boolean is) {
                run(is ? "a" : "b");
                run(clean(source()));
                both(is ? "a" : "b");
                both(source());
                other().only_unresolved(is ? "a" : "b");
                open(is ? "a" : "b");
                framework(is ? "a" : "b");
                again(is ? "a" : "b");
            }
        }
    """,
    "what a handler keeps is what a framework gave it": """
        public class A {
            private final Queue<Job> jobs = new LinkedList<>();
            private final Queue<Job> others = new LinkedList<>();
            private String table;
            private String given;
            public A(@Value("table") String table) { this.table = table; }
            public void handle(@RequestParam String x) {
                jobs.add(new Job(x, "a"));
                others.add(new Job("a", "b"));
            }
            public void set(String given) { this.given = given; }
            public void run() {
                Job job;
                while ((job = jobs.poll()) != null) {
                    sink(job.name()); // BAD
                }
                sink(others.poll().name());
                sink(table);
                sink(given);
            }
            record Job(String name, String kind) {}
        }
    """,
    "a class of the file alone, and taint from callers elsewhere": """
        public class A {
            private final Inside inside = new Inside();
            public void a(String given, boolean is) {
                inside.fine(is ? "a" : "b");
                inside.given(given);
                inside.handler(is ? "a" : "b");
                inside.middle(is ? "a" : "b");
            }
        }
        class Inside {
            public void fine(String x) {
                sink(x);
            }
            public void given(String x) {
                sink(x); // BAD
            }
            public void middle(String x) {
                last(x);
            }
            private void last(String x) {
                sink(x);
            }
        }
        class Handling implements Handler {
            private final Inside inside = new Inside();
            public void handle(String x) {
                sink(x); // BAD
            }
            void b() {
                handle(is ? "a" : "b");
            }
        }
    """,
}


@pytest.mark.parametrize("name", CASES)
def test_propagation_within_a_function(name):
    assert_flows(ENGINE, CASES[name], "java")


@pytest.mark.parametrize("name", GIVEN)
def test_parameters_are_sources_unless_all_call_sites_are_known(name):
    assert_flows(OF_PARAMETERS, GIVEN[name], "java")
