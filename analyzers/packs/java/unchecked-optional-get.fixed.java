class Finder {
    void find(java.util.stream.Stream<String> names, String name) {
        // ruleid: unchecked-optional-get
        names.filter(n -> n.isEmpty()).findFirst().orElseThrow();
        // ruleid: unchecked-optional-get
        Optional.ofNullable(name).orElseThrow();
        // ok: unchecked-optional-get
        names.findFirst().orElse("");
    }
}

class Asked {
    long first(Collection<Bean> beans) {
        if (beans == null || beans.isEmpty()) {
            return 0;
        }
        // ok: unchecked-optional-get
        return beans.stream().findFirst().get().size();
    }

    Bean some(List<Bean> beans) {
        if (!beans.isEmpty()) {
            // ok: unchecked-optional-get
            return beans.stream().findAny().get();
        }
        // ruleid: unchecked-optional-get
        return others.stream().findAny().orElseThrow();
    }

    Bean large(List<Bean> beans) {
        if (beans.isEmpty()) {
            return null;
        }
        // ruleid: unchecked-optional-get
        return beans.stream().filter(bean -> bean.size() > 9).findFirst().orElseThrow();
    }
}

class PoolTest {
    void isIdle(Pool pool) {
        // ok: unchecked-optional-get
        assertThat(pool.values().stream().findFirst().get().isIdle(), is(true));
        // ok: unchecked-optional-get
        Assertions.assertEquals(1, pool.values().stream().findAny().get().size());
    }
}
