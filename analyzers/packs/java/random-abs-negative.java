import java.util.Random;

class Buckets {
    int pick(Object key, Random random, int size) {
        // ruleid: random-abs-negative
        int first = Math.abs(key.hashCode()) % size;
        // ruleid: random-abs-negative
        return first + Math.abs(random.nextInt()) % size;
    }

    int quiet(Object key, Random random, int size) {
        // ok: random-abs-negative
        int first = Math.floorMod(key.hashCode(), size);
        // ok: random-abs-negative
        return first + random.nextInt(size) + Math.abs(size);
    }
}
