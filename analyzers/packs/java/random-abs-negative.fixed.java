import java.util.Random;

class Buckets {
    int pick(Object key, Random random, int size) {
        // ruleid: random-abs-negative
        int first = (key.hashCode() & Integer.MAX_VALUE) % size;
        // ruleid: random-abs-negative
        return first + (random.nextInt() & Integer.MAX_VALUE) % size;
    }

    int quiet(Object key, Random random, int size) {
        // ok: random-abs-negative
        int first = Math.floorMod(key.hashCode(), size);
        // ok: random-abs-negative
        return first + random.nextInt(size) + Math.abs(size);
    }
}
