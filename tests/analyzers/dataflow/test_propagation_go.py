"""Taint propagation in Go; sinks that must be reported are marked `BAD`."""

from __future__ import annotations

import pytest

from tests.analyzers.taint.taint_cases import assert_flows, engine, expected, reported, rule

CLEANING = {"by-side-effect": True, "patterns": [{"pattern": "clean(&$X)"}, {"focus-metavariable": "$X"}]}
SANITIZERS = [{"pattern": each} for each in ("clean(...)", "url.QueryEscape(...)", "base64.$E.EncodeToString(...)")]
OPTIONS = {"taint_assume_safe_numbers": True, "taint_assume_safe_indexes": True}
ENGINE = engine(rule("go", options=OPTIONS, **{"pattern-sanitizers": [CLEANING, *SANITIZERS]}))

CASES = {
    "a block has variables of its own": """
        x := "a"
        {
            x := source()
            sink(x) // BAD
        }
        sink(x)
        if x := source(); x != "" {
            sink(x) // BAD
            x = "b"
        } else if x := other(x); x != "b" {
            sink(x)
        }
        sink(x)
        for _, x := range source() {
            sink(x) // BAD
        }
        for x := source(); x != ""; x = "a" {
            x := x + "b"
            sink(x) // BAD
        }
        switch x := source(); {
        case x == "a":
            x := source()
            use(x)
        }
        select {
        case x := <-source():
            sink(x) // BAD
        }
        func() {
            use(x)
            x := source()
            sink(x) // BAD
        }()
        sink(x)
        func(x string) {
            if true {
                x := "b"
                sink(x)
            }
            sink(x) // BAD
        }(source())
        var y, err = source(), other()
        if y, err := other(), other(); err != nil {
            sink(y)
        }
        sink(y) // BAD
        if true {
            x = source()
        }
        sink(x) // BAD
    """,
    "a type that is asked for": """
        x := source()
        n := x.(int)
        sink(n)
        sink(x.(string)) // BAD
        sink(x.(float64))
        _, is := x.(int64)
        sink(is)
        switch v := x.(type) {
        case int:
            sink(v)
        case int64, float64:
            sink(v)
        case int32, string:
            sink(v) // BAD
        case string:
            sink(v) // BAD
        default:
            sink(v) // BAD
        }
    """,
    "what a pointer points to": """
        x := "a"
        p := &x
        *p = source()
        sink(x) // BAD
        y, z := "a", "b"
        q := &z
        *q = source()
        sink(y)
        sink(z) // BAD
    """,
    "numbers and truth values that functions of the library give": """
        x := source()
        sink(strings.Index(x, "a"), bytes.Count(x, "a"), strings.HasPrefix(x, "a"), filepath.IsAbs(x))
        is := expression.MatchString(x)
        sink(is)
        sink(mine.Index(x, "a")) // BAD
        sink(strings.TrimPrefix(x, "a")) // BAD
    """,
    "what a parser has taken without an error is of the form that it asks for": """
        x := source()
        if _, err := strconv.Atoi(x); err == nil {
            sink(x)
        } else {
            sink(x) // BAD
        }
        sink(x) // BAD
        _, err := uuid.Parse(x)
        if err != nil {
            sink(x) // BAD
            return
        }
        sink(x)
        y := source()
        if _, err := json.Parse(y); err == nil {
            sink(y) // BAD
        }
        if err := uuid.Validate(y); nil == err {
            sink(y)
        }
        if err := json.Validate(y); err == nil {
            sink(y) // BAD
        }
    """,
    "what is appended has its position": """
        x := []string{}
        x = append(x, "a")
        x = append(x, source(), "b")
        sink(x[0])
        sink(x[1]) // BAD
        sink(x[2])
        x = append(x, []string{"c", source()}...)
        sink(x[3])
        sink(x[4]) // BAD
        var y []string
        y = append(y, "a", source())
        sink(y[0])
        z := make([]string, 0, 4)
        z = append(z, "a", source())
        sink(z[0])
        sink(z[1]) // BAD
    """,
    "where it is not known how long a list is, its positions are not either": """
        x := []string{}
        for i := 0; i < 3; i++ {
            x = append(x, source())
        }
        x = append(x, "a")
        sink(x[1]) // BAD
        y := make([]string, n)
        y = append(y, source())
        sink(y[0]) // BAD
        sink(append(some(), source())) // BAD
    """,
    "a part of a list": """
        x := []string{"a", source(), "b"}
        y := x[1:]
        sink(y[0]) // BAD
        sink(y[1])
        z := x[:1]
        sink(z[0])
        sink(x[0:2][1]) // BAD
        sink(x[n:][0]) // BAD
        sink(x[:][0])
        sink(source()[1:]) // BAD
    """,
    "keys that are deleted": """
        m := map[string]string{}
        m["a"] = source()
        m["b"] = source()
        delete(m, "a")
        sink(m["a"])
        sink(m["b"]) // BAD
        clear(m)
        sink(m["b"])
        m[other()] = source()
        delete(m, "b")
        sink(m["a"]) // BAD
    """,
    "the keys of lists are numbers": """
        x := []string{source()}
        for i, v := range x {
            sink(i)
            sink(v) // BAD
        }
        var y []string
        load(&y)
        fill(y, source())
        for i := range y {
            sink(i)
        }
        for i, v := range strings.Split(source(), ",") {
            sink(i)
            sink(v) // BAD
        }
        for i, v := range source() {
            sink(i) // BAD
            sink(v) // BAD
        }
    """,
    "the keys of maps": """
        m := map[string]string{"a": source()}
        for k, v := range m {
            sink(k)
            sink(v) // BAD
        }
        n := make(map[string]int)
        n[source()] = 1
        for k, v := range n {
            sink(k) // BAD
            sink(v)
        }
        for k := range n {
            sink(k) // BAD
        }
        sink(n["a"])
        o := make(map[string]string)
        o[other()] = source()
        for k, v := range o {
            sink(k) // BAD
            sink(v) // BAD
        }
    """,
    "what is encoded comes back as it was": """
        x := url.QueryEscape(source())
        sink(x)
        y, err := url.QueryUnescape(x)
        sink(y) // BAD
        z, _ := base64.StdEncoding.DecodeString(base64.StdEncoding.EncodeToString(source()))
        sink(z) // BAD
        w, _ := url.QueryUnescape(url.QueryEscape("a"))
        sink(w)
        v, _ := url.QueryUnescape(clean(source()))
        sink(v)
    """,
    "what a context carries": """
        ctx := context.WithValue(context.Background(), userKey, source())
        ctx = context.WithValue(ctx, keyType{}, "fixed")
        sink(ctx.Value(userKey)) // BAD
        sink(ctx.Value(keyType{}))
        sink(ctx.Value(otherKey))
        sink(ctx)
        c.Set("a", source())
        sink(c.Get("a")) // BAD
        sink(c.MustGet("c"))
        c.Locals("b", source())
        sink(c.Locals("b")) // BAD
    """,
    "what a function panics with is recovered": """
        other := "a"
        defer func() {
            if problem := recover(); problem != nil {
                sink(problem) // BAD
                sink(other)
            }
        }()
        if other == name() {
            panic("b")
        }
        panic(source())
    """,
    "what others panic with is not known": """
        defer func() {
            sink(recover())
        }()
        run(source())
    """,
    "what a pointer is known to point to": """
        x, y, z := source(), source(), source()
        p := &x
        *p = "a"
        sink(x)
        q := &y
        if name() == "a" {
            q = &z
        }
        *q = "a"
        sink(y) // BAD
        sink(z) // BAD
        *p = source()
        sink(x) // BAD
    """,
    "a map has the keys that are written there": """
        m := map[string]string{"a": "b", "c": "d"}
        x, y := source(), source()
        if v, ok := m["a"]; ok {
            x = v
        }
        sink(x)
        if name() == "a" {
            delete(m, "a")
        }
        if v, ok := m["a"]; ok {
            y = v
        }
        sink(y) // BAD
    """,
    "a map may not have a key that is known only when the program runs": """
        m := map[string]bool{"a": true}
        x, y := source(), name()
        if m[y] {
            x = y
        }
        sink(x) // BAD
    """,
    "numbers in formats": """
        sink(fmt.Sprintf("%d", source()))
        sink(fmt.Sprintf("%s of %d", "a", source()))
        sink(fmt.Sprintf("%d of %s", 1, source())) // BAD
        sink(fmt.Sprintf("%5.2f%% of %v", source(), source())) // BAD
        sink(fmt.Sprintf("%*d", source(), 1)) // BAD
        sink(fmt.Sprintf("%-10t|%x", source(), source()))
        sink(fmt.Sprintf("%c", source())) // BAD
        sink(fmt.Sprintf(source(), 1)) // BAD
        fmt.Fprintf(w, "%d", sink(source())) // BAD
    """,
    "letters and digits": """
        for _, c := range source() {
            if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' {
                sink(c)
            }
            if c >= ' ' && c <= 'z' {
                sink(c) // BAD
            }
            if c >= 'a' {
                sink(c) // BAD
            }
            if unicode.IsLetter(c) || strings.ContainsRune("-_", c) {
                sink(c)
            }
            if unicode.IsPrint(c) {
                sink(c) // BAD
            }
            if c < 'a' || c > 'z' {
                continue
            }
            sink(c)
        }
    """,
}


@pytest.mark.parametrize("name", CASES)
def test_propagation_within_a_function(name: str) -> None:
    code = f"package p\nfunc f() {{{CASES[name]}}}\n"
    assert_flows(ENGINE, code, "go")


FILES = {
    "options are functions that change what they are given": """
        type Box struct { left, right string }
        type Option func(*Box)
        func Left(v string) Option { return func(b *Box) { b.left = v } }
        func Right(v string) Option {
            return func(b *Box) {
                b.right = v
            }
        }
        func New(options ...Option) *Box {
            b := &Box{left: "a", right: "b"}
            for _, option := range options {
                option(b)
            }
            return b
        }
        func (b *Box) Apply(options ...func(*Box) error) error {
            for _, option := range options {
                if err := option(b); err != nil {
                    return err
                }
            }
            return nil
        }
        func Copied(option func(Box)) Box {
            b := Box{left: "a"}
            option(b)
            return b
        }
        func f() {
            a := New(Left(source()), Right("c"))
            sink(a.left) // BAD
            sink(a.right)
            b := New(Left(source()), Left("c"))
            sink(b.left)
            Left(source())(b)
            sink(b.left) // BAD
            sink(b.right)
            c := New()
            c.Apply(func(b *Box) error {
                b.right = source()
                return nil
            })
            sink(c.left)
            sink(c.right) // BAD
            set := func(b *Box) { b.left = source() }
            other := func(b *Box) { b = &Box{right: source()} }
            d := &Box{}
            other(d)
            sink(d.right)
            set(d)
            sink(d.left) // BAD
            e := Copied(func(b Box) { b.left = source() })
            sink(e.left)
        }
    """,
    "loops through functions": """
        func words(x string) iter.Seq[string] {
            return func(yield func(string) bool) {
                for _, word := range strings.Fields(x) {
                    if !yield(word) {
                        return
                    }
                }
            }
        }
        func sizes(x string) iter.Seq2[int, string] {
            return func(yield func(int, string) bool) {
                yield(2, x)
                yield(1, "a")
            }
        }
        func fixed(x string) iter.Seq[string] {
            return func(yield func(string) bool) {
                yield("a")
            }
        }
        type list struct { names []string }
        func (l *list) all() iter.Seq[string] {
            return func(yield func(string) bool) {
                for _, name := range l.names {
                    yield(name)
                }
            }
        }
        func f() {
            for word := range words(source()) {
                sink(word) // BAD
            }
            for size, x := range sizes(source()) {
                sink(size)
                sink(x) // BAD
            }
            for x := range fixed(source()) {
                sink(x)
            }
            sink(slices.Collect(words(source()))) // BAD
            l := &list{names: []string{source()}}
            for name := range l.all() {
                sink(name) // BAD
            }
            for i := range 3 {
                sink(i)
            }
        }
    """,
    "structs and arrays are copied, and what is behind a pointer is not": """
        type job struct { name string; list []string }
        func given(j job) { j.name = source() }
        func filled(j job) { j.list[0] = source() }
        func pointed(j *job) { j.name = source() }
        func (j job) set() { j.name = source() }
        func (j *job) put() { j.name = source() }
        func f() {
            a := job{name: "a"}
            b := a
            b.name = source()
            sink(a.name)
            sink(b.name) // BAD
            given(a)
            a.set()
            sink(a.name)
            c := &a
            c.name = source()
            sink(a.name) // BAD
            d := *c
            sink(d.name) // BAD
            d.name = "a"
            sink(c.name) // BAD
            var e [2]string
            g := e
            g[0] = source()
            sink(e[0])
        }
        func g() {
            a := job{name: "a", list: []string{"b"}}
            pointed(&a)
            sink(a.name) // BAD
            filled(a)
            sink(a.list[0]) // BAD
            b := job{name: "a"}
            b.put()
            sink(b.name) // BAD
        }
    """,
    "results that are numbers": """
        func size(x string) int { return find(x) }
        func both(x string) (int, string, error) { return find(x), x, nil }
        func f() {
            sink(size(source()))
            n, x, _ := both(source())
            sink(n)
            sink(x) // BAD
        }
    """,
    "a method that says whether fields are good": """
        type Form struct { Name, Other string }
        func (f Form) valid() bool { return exact.MatchString(f.Name) }
        func (f *Form) checked() bool {
            if !exact.MatchString(f.Name) {
                return false
            }
            return true
        }
        func f() {
            form := Form{Name: source(), Other: source()}
            if form.valid() {
                sink(form.Name)
                sink(form.Other) // BAD
            } else {
                sink(form.Name) // BAD
            }
            if !form.checked() {
                return
            }
            sink(form.Name)
            sink(form.Other) // BAD
        }
        var exact = regexp.MustCompile("^[a-z]+$")
    """,
    "a function that gives an error for what is not good": """
        func good(x string) error {
            if !exact.MatchString(x) {
                return fmt.Errorf("no")
            }
            return nil
        }
        func known(x string) error {
            if x == "a" {
                return nil
            }
            return ErrUnknown
        }
        func half(x string) error {
            if len(x) > 3 {
                return nil
            }
            if !exact.MatchString(x) {
                return fmt.Errorf("no")
            }
            return nil
        }
        func unsure(x string) error {
            if x == "a" {
                return nil
            }
            return other(x)
        }
        func (f *Form) look() error {
            if !exact.MatchString(f.Name) {
                return &Problem{}
            }
            return nil
        }
        type Form struct { Name, Other string }
        func f() {
            x := source()
            if err := half(x); err != nil {
                return
            }
            if err := unsure(x); err != nil {
                return
            }
            sink(x) // BAD
            if err := good(x); err == nil {
                sink(x)
            } else {
                sink(x) // BAD
            }
            if err := good(x); err != nil {
                return
            }
            sink(x)
        }
        func g() {
            x := source()
            err := known(x)
            if err != nil {
                return
            }
            sink(x)
            form := Form{Name: source(), Other: source()}
            if err := form.look(); err != nil {
                return
            }
            sink(form.Name)
            sink(form.Other) // BAD
        }
        var exact = regexp.MustCompile("^[a-z]+$")
    """,
    "an interface that several classes have the methods of": """
        type saver interface { Save(x string) string; Name() string }
        type disk struct{ folder string }
        func (d *disk) Save(x string) string {
            sink(x) // BAD
            return x
        }
        func (d *disk) Name() string { return "a" }
        type memory struct{ saved map[string]bool }
        func (m *memory) Save(x string) string {
            m.saved[x] = true
            return "a"
        }
        func (m *memory) Name() string { return source() }
        type server struct{ s saver }
        func (v *server) f() {
            sink(v.s.Save(source())) // BAD
            sink(v.s.Name()) // BAD
            sink(v.s.Save("a"))
        }
    """,
    "fields without text, by their types and by what their tags have checked": """
        type Form struct {
            Name  string
            Count int
            At    time.Time
            Kind  string `form:"kind" binding:"required,oneof=a b"`
            Code  string `validate:"numeric"`
            Parts []Part
            Sizes []int
        }
        type Part struct { Name string; Size int }
        func f() {
            var form Form = source()
            sink(form.Name) // BAD
            sink(form.Count)
            sink(form.At)
            sink(form.Kind)
            sink(form.Code) // BAD
            for _, part := range form.Parts {
                sink(part.Size)
                sink(part.Name) // BAD
            }
            sink(form.Parts[0].Size)
            sink(form.Sizes[0])
        }
    """,
    "a method that refuses has looked at the fields": """
        type Form struct { Name, Other string }
        func (f *Form) check() error {
            if f.Name == "" {
                return nil
            }
            if !clean(&f.Name) {
                return errors.New("bad")
            }
            return nil
        }
        func (f *Form) fill() {
            if f.Name == "a" {
                f.Name = source()
            }
        }
        func f() {
            var form Form = source()
            if err := form.check(); err != nil {
                return
            }
            sink(form.Name)
            sink(form.Other) // BAD
            form.fill()
            sink(form.Name) // BAD
        }
    """,
    "what a function gives back under a name is there for what is deferred": """
        func f() (err error) {
            name := source()
            defer func() {
                if err != nil {
                    sink(name) // BAD
                }
            }()
            return errors.New("bad")
        }
    """,
    "elements of what a function is given": """
        type Part struct { Name string; Size int }
        func f() {
            texts([]string{"a", source()})
            parts([]Part{{Name: source(), Size: source()}})
            parts(nil)
            lengths(map[string]int{"a": source()})
        }
        func texts(all []string) {
            for i, each := range all {
                sink(i)
                sink(each) // BAD
            }
        }
        func parts(all []Part) {
            for _, each := range all {
                sink(each.Name) // BAD
                sink(each.Size)
            }
        }
        func lengths(all map[string]int) {
            for _, each := range all {
                sink(each)
            }
        }
    """,
    "workers get what is sent to them later": """
        func f() {
            jobs, others := make(chan string), make(chan string)
            for i := 0; i < 2; i++ {
                go func() {
                    for job := range jobs {
                        sink(job) // BAD
                    }
                }()
                go work(jobs)
                go work2(others)
            }
            jobs <- source()
            others <- "a"
            close(jobs)
        }
        func work(jobs <-chan string) {
            for job := range jobs {
                sink(job) // BAD
            }
        }
        func work2(jobs <-chan string) {
            for job := range jobs {
                sink(job)
            }
        }
    """,
    "functions that variables of the package hold": """
        var fixed = func(text string) string { return "a" }
        var kept = func(text string) string { return text }
        var steps = map[string]func(string) string{
            "clean": func(text string) string { return clean(text) },
            "kept":  func(text string) string { return text + suffix },
        }
        var said = func(text string) { sink(text) } // BAD
        var suffix = "a"
        func f() {
            sink(fixed(source()))
            sink(kept(source())) // BAD
            sink(steps["clean"](source()))
            sink(steps["kept"](source())) // BAD
            sink(steps[name()](source())) // BAD
            said(source())
        }
    """,
    "a validator that is called has tags checked": """
        type Form struct { Code string `validate:"numeric"` }
        func f() {
            var form Form = source()
            validator.New().Struct(form)
            sink(form.Code)
        }
    """,
    "what handlers before a handler put into the context of a request": """
        func first(next http.Handler) http.Handler {
            return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
                ctx := context.WithValue(r.Context(), contextKey("user"), source())
                next.ServeHTTP(w, r.WithContext(context.WithValue(ctx, contextKey("trace"), "a")))
            })
        }
        func second(w http.ResponseWriter, r *http.Request) {
            user, _ := r.Context().Value(contextKey("user")).(string)
            sink(user) // BAD
            sink(r.Context().Value(contextKey("trace")))
        }
    """,
    "a function may send to the channel of another one": """
        type result struct { value string; err error }
        func f() {
            results, others := make(chan result), make(chan result)
            go send(results, source())
            go send(others, "a")
            select {
            case got := <-results:
                sink(got.value) // BAD
            case got := <-others:
                sink(got.value)
            }
        }
        func send(out chan<- result, value string) {
            if value == "" {
                out <- result{err: errors.New("nothing")}
                return
            }
            out <- result{value: value}
        }
    """,
    "constants decide, variables of a package do not": """
        const debug = false
        var verbose = false
        func f() {
            if debug {
                sink(source())
            }
            if verbose {
                sink(source()) // BAD
            }
            if enabled() {
                sink(source())
            }
            var s switches
            if s.enabled() {
                sink(source()) // BAD
            }
        }
        func enabled() bool { return false }
        type switches struct{}
        func (s switches) enabled() bool { return false }
    """,
}


@pytest.mark.parametrize("name", FILES)
def test_propagation_between_functions(name: str) -> None:
    code = f"package p\n{FILES[name]}"
    assert_flows(ENGINE, code, "go")


def test_the_summary_of_a_function_of_the_file_replaces_library_models() -> None:
    suspicions = [{"exact": True, "pattern": each} for each in ("$OBJECT.$FIELD", "$FUNCTION(...)")]
    checker = engine(rule("go", **{"pattern-sources": suspicions, "pattern-sinks": [{"pattern": "sink($A + $B)"}]}))
    code = """package p
        func made(label string) *job { return &job{program: "convert", label: label} }
        func f() {
            j := made(name())
            sink("a" + j.program)
            sink("a" + j.label) // BAD
            sink("a" + made("b").label)
            sink("a" + other()) // BAD
            fixed := func(text string) string { return "b" }
            sink("a" + fixed(name()))
        }
        type job struct { program, label string }
    """
    assert_flows(checker, code, "go")


def test_a_method_of_the_file_is_not_matched_as_a_library_sink() -> None:
    sinks = [
        {"patterns": [{"pattern": "$DB.Query($X)"}, {"focus-metavariable": "$X"}]},
        {"patterns": [{"pattern": "exec.Command($X)"}, {"focus-metavariable": "$X"}]},
        {"pattern": "log.Print(...)"},
    ]
    code = """package p
        type engine struct{ found []string }
        func (e *engine) Query(x string) []string { return e.found }
        type runner struct{}
        func (runner) Command(x string) string { return x }
        func (runner) Print(x string) {}
        type base struct{ *sql.DB }
        type store struct{ engine *engine; base base }
        func f(e *engine, s *store, b base) {
            e.Query(source())
            s.engine.Query(source())
            b.Query(source()) // BAD
            s.base.Query(source()) // BAD
            exec.Command(source()) // BAD
            e.Query(exec.Command(source())) // BAD
            log.Print(source()) // BAD
        }
        func g(exec *runner) {
            log := runner{}
            exec.Command(source())
            log.Print(source())
            log.Print(unknown.Query(source())) // BAD
        }
    """
    checker = engine(rule("go", options={"taint_assume_own_methods": True}, **{"pattern-sinks": sinks}))
    assert_flows(checker, code, "go")
    without = engine(rule("go", **{"pattern-sinks": sinks}))
    assert len(reported(without, code, "go")) > len(expected(code))


def test_a_parameter_with_constant_arguments_is_no_source() -> None:
    parameters = [{"patterns": [{"pattern": "func $F(..., $X string, ...) { ... }"}, {"focus-metavariable": "$X"}]}]
    checker = engine(rule("go", **{"pattern-sources": parameters}), builtin=True)
    code = """package p
        func old(table string) { sink(table) }
        func a() func() {
            return func() {
                table := "a"
                if is() {
                    table = "b"
                }
                old(table)
            }
        }
        func changed(table string) { sink(table) } // BAD
        func b() {
            table := "a"
            fill(&table)
            changed(table)
        }
        func looped(table string) { sink(table) } // BAD
        func c() {
            table := "a"
            for _, table = range tables() {
                looped(table)
            }
        }
        func given(table string) { sink(table) } // BAD
        func d(table string) { // BAD
            given(table)
        }
    """.replace(" // BAD\n            given", "\n            given")
    assert_flows(checker, code, "go")
