package dev.heed.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style sheet and the script of the page. The page's content security policy names both by their hashes and forbids all
 * else: if something of a source ever got through as markup, it could neither run nor load anything.
 */
final class HtmlAssets {
    private final String style;
    private final String script;

    HtmlAssets() throws IOException {
        style = resource("report.css") + grid();
        script = resource("report.js");
    }

    String style() {
        return style;
    }

    String script() {
        return script;
    }

    String policy() {
        return "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script)
                + "'; base-uri 'none'; form-action 'none'";
    }

    /** The rows and columns of {@link HtmlCode}, as classes: the policy allows no style of single elements. */
    private static String grid() {
        StringBuilder css = new StringBuilder();
        for (int row = 1; row <= HtmlCode.MOST_ROWS; row++) {
            css.append(".r").append(row).append("{grid-row-start:").append(row).append('}');
            css.append(".z").append(row).append("{grid-row-end:").append(row).append("}\n");
        }
        for (int lanes = 0; lanes <= HtmlCode.MOST_LANES; lanes++) {
            String code = ".L" + lanes;
            css.append(code).append("{grid-template-columns:max-content ").append("10px ".repeat(lanes));
            css.append("26px minmax(0,1fr)}\n");
            css.append(code).append(">.no{grid-column:").append(lanes + 2).append("}\n");
            css.append(code).append(">.src,").append(code).append(">.say{grid-column:");
            css.append(lanes + 3).append("}\n");
            css.append(code).append(">.at{grid-column:").append(lanes + 3).append("}\n");
            for (int lane = 1; lane <= lanes; lane++) {
                css.append(code).append(">.k").append(lane).append("{grid-column:");
                css.append(lanes + 2 - lane).append('/').append(lanes + 2).append("}\n");
            }
        }
        return css.toString();
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return "sha256-" + Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlAssets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("this copy of Heed has no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
