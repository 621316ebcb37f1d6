// The indicator's words in the person's language, for content scripts, which have no catalogue.

/**
 * @param {import("../protocol").MaskingLevel} maskingLevel
 * @param {import("../words").Words} words
 * @returns {import("../protocol").IndicatorWords}
 */
export function indicatorWords(maskingLevel, { language, t, named, forms }) {
  return {
    language,
    region: t("indicator_region"),
    recording: t("indicator_recording"),
    paused: t("indicator_paused"),
    outside: t("indicator_outside"),
    full: t("indicator_full"),
    announce: {
      recording: t("indicator_announce_recording"),
      paused: t("indicator_announce_paused"),
      outside: t("indicator_announce_outside"),
      full: t("indicator_announce_full"),
    },
    move: t("indicator_move"),
    smaller: t("indicator_smaller"),
    larger: t("indicator_larger"),
    open: t("indicator_open"),
    pause: t("indicator_pause"),
    pauseLong: t("indicator_pause_long"),
    resume: t("indicator_resume"),
    resumeLong: t("indicator_resume_long"),
    stop: t("indicator_stop"),
    stopLong: t("indicator_stop_long"),
    maskingLevel: named("masking_level_", maskingLevel),
    steps: forms("indicator_steps"),
  };
}
