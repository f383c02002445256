package fr.sejour.inspection.worker;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Walks through an image without decoding it: whether it is whole, and how large it would become. */
final class ImageLook {

    /** Twice the side of what large-format scanners give, and twice the pixels of the largest phone. */
    private static final long LONGEST_SIDE = 20_000;

    private static final long MOST_PIXELS = 200_000_000;

    private ImageLook() {}

    /** A JPEG is a row of segments; what counts as its size stands before the image, and the image ends with a mark. */
    static void atJpeg(byte[] file) throws Refused {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        bytes.position(2);
        boolean sized = false;
        try {
            while (true) {
                int marker = marker(bytes);
                if (marker == 0xDA) {
                    break;
                }
                int length = bytes.getShort() & 0xFFFF;
                if (length < 2) {
                    throw new Refused(Refused.UNREADABLE);
                }
                if (isFrame(marker)) {
                    int start = bytes.position();
                    bytes.get();
                    long height = bytes.getShort() & 0xFFFF;
                    refuseAbsurd(bytes.getShort() & 0xFFFF, height);
                    bytes.position(start);
                    sized = true;
                }
                bytes.position(bytes.position() + length - 2);
            }
        } catch (BufferUnderflowException | IllegalArgumentException cut) {
            throw new Refused(Refused.CUT_SHORT);
        }
        if (!sized) {
            throw new Refused(Refused.UNREADABLE);
        }
        if (!endsAfter(file, bytes.position())) {
            throw new Refused(Refused.CUT_SHORT);
        }
    }

    private static int marker(ByteBuffer bytes) throws Refused {
        int sign = bytes.get() & 0xFF;
        if (sign != 0xFF) {
            throw new Refused(Refused.UNREADABLE);
        }
        while (sign == 0xFF) {
            sign = bytes.get() & 0xFF;
        }
        return sign;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean endsAfter(byte[] file, int from) {
        for (int at = from; at < file.length - 1; at++) {
            if ((file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xFF) == 0xD9) {
                return true;
            }
        }
        return false;
    }

    /** A PNG is a row of chunks, each with a check sum, from the size of the image to an end of its own. */
    static void atPng(byte[] file) throws Refused {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        bytes.position(8);
        boolean first = true;
        try {
            while (true) {
                int length = bytes.getInt();
                int start = bytes.position();
                String name = text(bytes);
                if (length < 0 || first != name.equals("IHDR")) {
                    throw new Refused(Refused.UNREADABLE);
                }
                if (first) {
                    refuseAbsurd(bytes.getInt() & 0xFFFFFFFFL, bytes.getInt() & 0xFFFFFFFFL);
                }
                bytes.position(Math.addExact(start + 4, length));
                CRC32 sum = new CRC32();
                sum.update(file, start, length + 4);
                if ((bytes.getInt() & 0xFFFFFFFFL) != sum.getValue()) {
                    throw new Refused(Refused.UNREADABLE);
                }
                if (name.equals("IEND")) {
                    return;
                }
                first = false;
            }
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException cut) {
            throw new Refused(Refused.CUT_SHORT);
        }
    }

    /** A HEIC is a row of boxes; the properties of its images, their sizes among them, stand in the one called meta. */
    static void atHeic(byte[] file) throws Refused {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        boolean described = false;
        while (bytes.hasRemaining()) {
            Box box = box(bytes);
            if (box.name().equals("meta")) {
                described = sizesIn(box.content());
            }
        }
        if (!described) {
            throw new Refused(Refused.UNREADABLE);
        }
    }

    private record Box(String name, ByteBuffer content) {}

    private static Box box(ByteBuffer bytes) throws Refused {
        try {
            int start = bytes.position();
            long size = bytes.getInt() & 0xFFFFFFFFL;
            String name = text(bytes);
            if (size == 1) {
                size = bytes.getLong();
            }
            long end = size == 0 ? bytes.limit() : start + size;
            if (end > bytes.limit() || end < bytes.position()) {
                throw new Refused(Refused.CUT_SHORT);
            }
            ByteBuffer content = bytes.slice(bytes.position(), (int) end - bytes.position());
            bytes.position((int) end);
            return new Box(name, content);
        } catch (BufferUnderflowException cut) {
            throw new Refused(Refused.CUT_SHORT);
        }
    }

    private static boolean sizesIn(ByteBuffer meta) throws Refused {
        meta.getInt();
        boolean any = false;
        while (meta.hasRemaining()) {
            Box box = box(meta);
            if (box.name().equals("iprp")) {
                while (box.content().hasRemaining()) {
                    Box properties = box(box.content());
                    if (properties.name().equals("ipco")) {
                        any |= sized(properties.content());
                    }
                }
            }
        }
        return any;
    }

    private static boolean sized(ByteBuffer properties) throws Refused {
        boolean any = false;
        while (properties.hasRemaining()) {
            Box property = box(properties);
            if (property.name().equals("ispe")) {
                property.content().getInt();
                refuseAbsurd(
                        property.content().getInt() & 0xFFFFFFFFL,
                        property.content().getInt() & 0xFFFFFFFFL);
                any = true;
            }
        }
        return any;
    }

    private static void refuseAbsurd(long width, long height) throws Refused {
        if (width == 0 || height == 0) {
            throw new Refused(Refused.UNREADABLE);
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS) {
            throw new Refused(Refused.IMAGE_TOO_LARGE);
        }
    }

    private static String text(ByteBuffer bytes) {
        byte[] four = new byte[4];
        bytes.get(four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }
}
