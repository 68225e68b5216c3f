class Finder {
    void find(java.util.stream.Stream<String> names, String name) {
        // ruleid: optional-taken-unchecked
        names.filter(n -> n.isEmpty()).findFirst().orElseThrow();
        // ruleid: optional-taken-unchecked
        Optional.ofNullable(name).orElseThrow();
        // ok: optional-taken-unchecked
        names.findFirst().orElse("");
    }
}

class Asked {
    long first(Collection<Bean> beans) {
        if (beans == null || beans.isEmpty()) {
            return 0;
        }
        // ok: optional-taken-unchecked
        return beans.stream().findFirst().get().size();
    }

    Bean some(List<Bean> beans) {
        if (!beans.isEmpty()) {
            // ok: optional-taken-unchecked
            return beans.stream().findAny().get();
        }
        // ruleid: optional-taken-unchecked
        return others.stream().findAny().orElseThrow();
    }

    Bean large(List<Bean> beans) {
        if (beans.isEmpty()) {
            return null;
        }
        // ruleid: optional-taken-unchecked
        return beans.stream().filter(bean -> bean.size() > 9).findFirst().orElseThrow();
    }
}

class PoolTest {
    void isIdle(Pool pool) {
        // ok: optional-taken-unchecked
        assertThat(pool.values().stream().findFirst().get().isIdle(), is(true));
        // ok: optional-taken-unchecked
        Assertions.assertEquals(1, pool.values().stream().findAny().get().size());
    }
}
