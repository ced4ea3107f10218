/** What the date control says, beside what the server has written. */
export interface TimeWords {
  readonly previous: string;
  readonly next: string;
  readonly today: string;
  readonly play: string;
  readonly pause: string;
  /** Names the slider. */
  readonly day: string;
  /** With `{date}`. */
  readonly asOf: string;
  readonly close: string;
}

const all: Readonly<Record<string, TimeWords>> = {
  en: { previous: "Previous event", next: "Next event", today: "Today", play: "Play", pause: "Pause", day: "Day, 2005 to now", asOf: "As of {date}", close: "Show the map" },
  es: { previous: "Hecho anterior", next: "Hecho siguiente", today: "Hoy", play: "Reproducir", pause: "Pausa", day: "Día, de 2005 a hoy", asOf: "Al {date}", close: "Ver el mapa" },
  pt: { previous: "Fato anterior", next: "Fato seguinte", today: "Hoje", play: "Reproduzir", pause: "Pausar", day: "Dia, de 2005 até hoje", asOf: "Em {date}", close: "Ver o mapa" },
  zh: { previous: "上一事件", next: "下一事件", today: "今天", play: "播放", pause: "暂停", day: "日期，2005 年至今", asOf: "截至 {date}", close: "查看地图" },
};

export const timeWords = (lang: string): TimeWords => all[lang] ?? (all["en"] as TimeWords);
