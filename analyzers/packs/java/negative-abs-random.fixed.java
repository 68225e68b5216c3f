import java.util.Random;

class Buckets {
    int pick(Object key, Random random, int size) {
        // ruleid: negative-abs-random
        int first = (key.hashCode() & Integer.MAX_VALUE) % size;
        // ruleid: negative-abs-random
        return first + (random.nextInt() & Integer.MAX_VALUE) % size;
    }

    int quiet(Object key, Random random, int size) {
        // ok: negative-abs-random
        int first = Math.floorMod(key.hashCode(), size);
        // ok: negative-abs-random
        return first + random.nextInt(size) + Math.abs(size);
    }
}
