import type { FieldKey } from "./fields.ts";

/** What authors who write in another language call a field: German, French, Spanish, Italian, Portuguese, Dutch, Russian. */
const NAMES: { readonly [Key in FieldKey]?: string } = {
  title: "titel überschrift titre título titulo titolo заголовок название 标题 タイトル",
  date: "datum fecha data дата 日期 日付",
  modified: "geändert aktualisiert modifié modificado aggiornato gewijzigd изменено",
  author: "autor auteur autore автор 作者 著者",
  category: "kategorie catégorie categorie categoría categoria rubrik rubrique categorie категория 分类 カテゴリ",
  tags: "schlagworte schlagwörter étiquettes mots-clés etiquetas etichette trefwoorden метки теги 标签 タグ",
  summary: "zusammenfassung résumé resumé resumen riassunto sommario resumo samenvatting описание 摘要 概要",
  lang: "sprache langue idioma lingua língua taal язык 语言 言語",
  status: "statut estado stato статус 状态",
};

/** Fields by their names in other languages, in lower case. */
export const foreignNames: ReadonlyMap<string, FieldKey> = new Map(
  (Object.entries(NAMES) as [FieldKey, string][]).flatMap(([key, names]) =>
    names.split(" ").map((name) => [name, key]),
  ),
);
