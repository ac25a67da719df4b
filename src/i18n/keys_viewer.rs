//! Texts of the large picture: a topic of its own among the keys.

macro_rules! with_viewer_texts {
    ($texts:ident $($others:tt)*) => { $texts! { $($others)*
    OverlayAlpha = "overlay-alpha";
    OverlayEdges = "overlay-edges";
    LegendOutline { size: &'a str, ratio: &'a str, ideal: &'a str, deviation: &'a str, radius: &'a str } = "legend-outline";
    LegendDigits { contrast: &'a str } = "legend-digits";
    LegendMeasuring = "legend-measuring";
    LegendClear { share: &'a str } = "legend-clear";
    LegendPartly { share: &'a str } = "legend-partly";
    LegendOpaque { share: &'a str } = "legend-opaque";
    LegendEdge { share: &'a str } = "legend-edge";
    LegendForeign { share: &'a str } = "legend-foreign";
    LegendCorners { count: i64 } = "legend-corners";
    ViewerSizes = "viewer-sizes";
    ViewerFacts = "viewer-facts";
    ViewerCompare = "viewer-compare";
    CopyPicture = "copy-picture";
    CompareSideBySide = "compare-side-by-side";
    CompareSlider = "compare-slider";
    CompareSwap = "compare-swap";
    CompareStop = "compare-stop";
    CompareDivider = "compare-divider";
    DifferenceMeasuring = "difference-measuring";
    DifferenceSameBytes = "difference-same-bytes";
    DifferenceSamePixels = "difference-same-pixels";
    DifferencePixels { share: &'a str, plain: &'a str, most: i64 } = "difference-pixels";
    DifferenceScaled { share: &'a str, plain: &'a str, most: i64 } = "difference-scaled";
    DifferenceShape = "difference-shape";
    DifferenceBytes = "difference-bytes";
    ChooseTitle = "choose-title";
    ChooseBack = "choose-back";
    ChoosePath = "choose-path";
    ChoosePathHint = "choose-path-hint";
    ChooseOpen = "choose-open";
    ChooseFilter = "choose-filter";
    ChooseFile { kind: &'a str, owners: &'a str } = "choose-file";
    ChooseNothing = "choose-nothing";
    SizeIcon = "size-icon";
    SizeList = "size-list";
    SizeMedium = "size-medium";
    SizeFull = "size-full";
    FactsNone = "facts-none";
    FactPixels = "fact-pixels";
    FactColour = "fact-colour";
    FactPages = "fact-pages";
    FactBytes = "fact-bytes";
    FactContentType = "fact-content-type";
    FactElapsed = "fact-elapsed";
    FactMilliseconds { took: i64 } = "fact-milliseconds";
    FactRedirects = "fact-redirects";
    CopySha = "copy-sha";
    FactBits { count: i64 } = "fact-bits";
    FactAlpha = "fact-alpha";
    FactInterlaced = "fact-interlaced";
    FactAnimated = "fact-animated";
    ColourGrey = "colour-grey";
    ColourPalette = "colour-palette";
    } };
}

pub(super) use with_viewer_texts;
