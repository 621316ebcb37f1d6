// The indicator's words in the person's language, for content scripts, which have no catalogue.

/**
 * @param {import("../protocol").Floor} floor
 * @param {import("../words").Words} words
 * @returns {import("../protocol").SignWords}
 */
export function signWords(floor, { language, t, named, forms }) {
  return {
    language,
    region: t("sign_region"),
    recording: t("sign_recording"),
    paused: t("sign_paused"),
    outside: t("sign_outside"),
    full: t("sign_full"),
    announce: {
      recording: t("sign_announce_recording"),
      paused: t("sign_announce_paused"),
      outside: t("sign_announce_outside"),
      full: t("sign_announce_full"),
    },
    move: t("sign_move"),
    smaller: t("sign_smaller"),
    larger: t("sign_larger"),
    open: t("sign_open"),
    pause: t("sign_pause"),
    pauseLong: t("sign_pause_long"),
    resume: t("sign_resume"),
    resumeLong: t("sign_resume_long"),
    stop: t("sign_stop"),
    stopLong: t("sign_stop_long"),
    floor: named("floor_", floor),
    steps: forms("sign_steps"),
  };
}
