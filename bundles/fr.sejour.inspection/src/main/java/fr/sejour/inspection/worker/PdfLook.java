package fr.sejour.inspection.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Looks into a PDF: whether it opens without a password, how many pages it has, and how far its streams unpack. */
final class PdfLook {

    /** Every PDF ends so; some writers put a few bytes behind it. */
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    private static final int LAST_BYTES = 4096;

    /** An A4 page scanned in colour at 600 dpi and not packed at all is a third of it. */
    private static final long LARGEST_STREAM = 300L * 1024 * 1024;

    private static final long LARGEST_DOCUMENT = 1024L * 1024 * 1024;

    private PdfLook() {}

    static void at(byte[] file, int mostPages) throws Refused {
        if (!endsWhole(file)) {
            throw new Refused(Refused.CUT_SHORT);
        }
        try (PDDocument document = Loader.loadPDF(file)) {
            long pages = StreamSupport.stream(document.getPages().spliterator(), false)
                    .limit(mostPages + 1L)
                    .filter(PdfLook::isPage)
                    .count();
            if (pages == 0) {
                throw new Refused(Refused.UNREADABLE);
            }
            if (pages > mostPages) {
                throw new Refused(Refused.TOO_MANY_PAGES);
            }
            refuseWhatSwells(document.getDocument());
        } catch (InvalidPasswordException locked) {
            throw new Refused(Refused.LOCKED);
        } catch (NoClassDefFoundError certificates) {
            // only files for the holder of a certificate ask for a library that is not here
            throw new Refused(Refused.LOCKED);
        } catch (IOException damaged) {
            throw new Refused(Refused.UNREADABLE);
        }
    }

    private static boolean isPage(PDPage page) {
        return page.getCOSObject().size() > 0;
    }

    private static boolean endsWhole(byte[] file) {
        for (int at = file.length - END.length; at >= Math.max(0, file.length - LAST_BYTES); at--) {
            if (java.util.Arrays.equals(file, at, at + END.length, END, 0, END.length)) {
                return true;
            }
        }
        return false;
    }

    /** Streams are unpacked on the fly and thrown away: what they hold does not matter, only how much. */
    private static void refuseWhatSwells(COSDocument document) throws IOException, Refused {
        long all = 0;
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            COSObject object = document.getObjectFromPool(key);
            if (object.getObject() instanceof COSStream stream && isDeflated(stream)) {
                all += unpacked(stream);
            }
            if (all > LARGEST_DOCUMENT) {
                throw new Refused(Refused.SWELLS);
            }
        }
    }

    private static boolean isDeflated(COSStream stream) {
        return deflations(stream.getFilters()) > 0;
    }

    private static int deflations(COSBase filters) {
        if (filters instanceof COSArray several) {
            int deflations = 0;
            while (deflations < several.size() && isDeflate(several.getObject(deflations))) {
                deflations++;
            }
            return deflations;
        }
        return isDeflate(filters) ? 1 : 0;
    }

    private static boolean isDeflate(COSBase filter) {
        return COSName.FLATE_DECODE.equals(filter) || COSName.FLATE_DECODE_ABBREVIATION.equals(filter);
    }

    private static long unpacked(COSStream stream) throws Refused {
        long unpacked = 0;
        byte[] away = new byte[64 * 1024];
        try (InputStream raw = stream.createRawInputStream()) {
            InputStream in = raw;
            for (int deflation = deflations(stream.getFilters()); deflation > 0; deflation--) {
                in = new InflaterInputStream(in);
            }
            for (int got = in.read(away); got >= 0; got = in.read(away)) {
                unpacked += got;
                if (unpacked > LARGEST_STREAM) {
                    throw new Refused(Refused.SWELLS);
                }
            }
        } catch (IOException damaged) {
            // readers show such a page as far as it goes
            return unpacked;
        }
        return unpacked;
    }
}
