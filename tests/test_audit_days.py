"""Days as people tell them: without the year, spelled out, by half-years, before or behind what was done.

Each case has its twin, done in time, of which nothing is said.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_reports import findings, told

PORTAL = {
    "title": "Portale dei pagamenti", "description": "Si realizza un portale per i pagamenti.",
    "indicator": "attivazione del portale (SI/NO)",
}


@pytest.mark.parametrize(
    ("description", "late", "kept"),
    [
        (
            "La carta va pubblicata entro la fine di febbraio.",
            "la carta è stata pubblicata a maggio.",
            "la carta è stata pubblicata a febbraio.",
        ),
        ("Pubblicazione della carta entro il 30 aprile.", "Pubblicata il 12 maggio.", "Pubblicata il 12 aprile."),
        (
            "La carta dei servizi sarà pubblicata entro il primo semestre.",
            "la carta è stata pubblicata il 3 settembre.",
            "la carta è stata pubblicata il 3 giugno.",
        ),
        (
            "La carta dei servizi deve uscire entro il trenta giugno 2018.",
            "la carta è uscita il quindici luglio 2018.",
            "la carta è uscita il quindici giugno 2018.",
        ),
        (
            "Scadenza per la pubblicazione della carta: 31/3.",
            "la pubblicazione è avvenuta il 20 aprile.",
            "la pubblicazione è avvenuta il 20 marzo.",
        ),
        (
            "Il termine per l'adozione del regolamento era il 30 giugno 2018.",
            "Adozione del regolamento il 18 luglio 2018.",
            "Adozione del regolamento il 18 giugno 2018.",
        ),
        (
            "Collaudo dell'impianto entro settembre.",
            "certificato di collaudo del 14 novembre 2018.",
            "certificato di collaudo del 14 settembre 2018.",
        ),
        (
            "Il portale deve essere attivo entro giugno.",
            "dal 2 ottobre il portale è attivo.",
            "dal 2 giugno il portale è attivo.",
        ),
        (
            "Il nuovo sportello apre entro il 15 maggio.",
            "lo sportello aprì il 20 giugno.",
            "lo sportello aprì il 2 maggio.",
        ),
        (
            "Si intendeva concludere il trasloco prima di luglio.",
            "il trasloco si è concluso solo a ottobre.",
            "il trasloco si è concluso a giugno.",
        ),
        (
            "L'inventario doveva essere chiuso entro il mese di marzo.",
            "l'inventario, cui hanno lavorato due archivisti, è stato chiuso in data 11 maggio 2018.",
            "l'inventario, cui hanno lavorato due archivisti, è stato chiuso in data 11 marzo 2018.",
        ),
        (
            "Approvazione del piano non oltre il 31 ottobre.",
            "il piano è stato approvato con delibera n. 41 del 28 novembre 2018.",
            "il piano è stato approvato con delibera n. 41 del 28 ottobre 2018.",
        ),
        (
            "Consegna degli alloggi entro la primavera; termine ultimo il 31 maggio 2018.",
            "alloggi consegnati il 4 luglio.",
            "alloggi consegnati il 4 maggio.",
        ),
        (
            "Avvio della mensa entro il 1° settembre.",
            "Avvio della mensa: 1° ottobre 2018.",
            "Avvio della mensa: 1° settembre 2018.",
        ),
        (
            "Entro il 30.6.2018 vanno riaperte le sale.",
            "le sale sono state riaperte al pubblico nel mese di agosto.",
            "le sale sono state riaperte al pubblico nel mese di giugno.",
        ),
        (
            "Le sale vanno riaperte entro fine marzo 2018.",
            "la riapertura delle sale si è avuta il 2 maggio 2018.",
            "la riapertura delle sale si è avuta il 2 marzo 2018.",
        ),
        (
            "Firmare la convenzione entro il secondo trimestre.",
            "la convenzione, firmata il 10 agosto, vale tre anni.",
            "la convenzione, firmata il 10 giugno, vale tre anni.",
        ),
        (
            "Si prevede l'entrata in funzione della centrale entro il 31 luglio.",
            "la centrale è entrata in funzione a settembre.",
            "la centrale è entrata in funzione a luglio.",
        ),
        (
            "Bando da pubblicare entro il 28 febbraio.",
            "bando pubblicato il 15.4.2018, con 40 domande.",
            "bando pubblicato il 15.2.2018, con 40 domande.",
        ),
        (
            "La gara deve chiudersi entro il 30 novembre.",
            "la gara si è chiusa a gennaio dell’anno successivo.",
            "la gara si è chiusa a novembre.",
        ),
    ],
)
def test_what_is_done_after_its_day_is_late_however_the_day_is_told(
    tmp_path: Path, description: str, late: str, kept: str
) -> None:
    found = findings(told(tmp_path, {"description": description, "results": late}), "time.late")
    assert [one.severity for one in found] in (["error"], ["warning"])
    assert not findings(told(tmp_path, {"description": description, "results": kept}), "time.late")


@pytest.mark.parametrize(
    ("description", "results"),
    [
        (
            "La carta va pubblicata entro la fine di febbraio.",
            "la carta è stata pubblicata a febbraio; a maggio è stata distribuita nelle scuole.",
        ),
        (
            "Portale attivo entro giugno.",
            "il portale è attivo dal 2 giugno; nel mese di ottobre si è tenuto un seminario.",
        ),
        (
            "Il bando va pubblicato entro il 31 marzo.",
            "il bando è stato pubblicato il 15 marzo. Le domande pervenute al 30 settembre sono 40.",
        ),
        (
            "Il bando va pubblicato entro il 31 marzo.",
            "bando pubblicato; le domande si presentano entro il 31 ottobre.",
        ),
        (
            "Il regolamento va adottato entro il 30 giugno.",
            "il regolamento, adottato a maggio, entrerà in vigore a gennaio dell’anno successivo.",
        ),
        (
            "Entro il 30 giugno vanno evase le domande arretrate.",
            "tutte le domande arretrate sono state evase; quelle ricevute il 5 luglio sono state aggiunte.",
        ),
        (
            "Lo sportello apre entro il 1° marzo.",
            "lo sportello è aperto dal 26 febbraio, il martedì e il giovedì, sino al 30 dicembre.",
        ),
        (
            "La mostra apre entro il 30 aprile.",
            "la mostra, aperta il 20 aprile, è rimasta visitabile fino al 15 settembre.",
        ),
        (
            "I lavori vanno conclusi entro il 31 agosto.",
            "i lavori sono finiti il 10 agosto e il collaudo è previsto per ottobre.",
        ),
        (
            "I lavori vanno conclusi entro il 31 agosto, come da contratto del 3 ottobre.",
            "lavori conclusi il 28 agosto.",
        ),
        (
            "Si prevede l'aggiornamento entro marzo dell'elenco degli impianti, che risaliva a novembre 2016.",
            "l'elenco è stato aggiornato a marzo.",
        ),
        (
            "Entro maggio va firmata la convenzione.",
            "la convenzione è stata firmata il 3 maggio con la Provincia, che ha pagato la sua quota a novembre.",
        ),
        (
            "Il censimento si chiude entro il 30 settembre.",
            "chiuso il 28 settembre. In novembre è nato un gruppo di lavoro.",
        ),
        (
            "Relazione entro il 15 marzo.",
            "la relazione è stata inviata il 12 marzo ed è stata discussa in aula il 4 maggio.",
        ),
        ("Entro giugno 2018 va riaperta la sala.", "sala riaperta in maggio, dopo i danni del 14 dicembre."),
        (
            "Il servizio doveva partire entro il 30 giugno.",
            "il servizio è partito il 4 giugno e le richieste, al 31 dicembre, sono 210.",
        ),
        ("Collaudo entro settembre.", "collaudo superato a settembre; la fattura è stata pagata il 30 novembre."),
        (
            "Entro il 31 ottobre sono da formare 40 volontari.",
            "formati 44 volontari in cinque incontri, il primo il 3 marzo e l’ultimo il 20 ottobre.",
        ),
        ("Aprire il varco entro il 15 giugno.", "il varco è aperto da giugno; il 3/5 dei passaggi è notturno."),
        ("La delibera va presa entro il 30 giugno.", "delibera del 12 giugno, pubblicata all’albo il 3 luglio."),
        ("Le assunzioni vanno fatte entro dicembre.", "assunti dieci operai, in servizio dal 1° ottobre."),
        (
            "Il piano va aggiornato entro maggio.",
            "il piano è stato aggiornato il 7 maggio. Nel settembre scorso era stato letto in Consiglio.",
        ),
    ],
)
def test_what_came_after_the_deed_or_was_only_begun_or_received_is_not_late(
    tmp_path: Path, description: str, results: str
) -> None:
    report = told(tmp_path, {"description": description, "results": results})
    assert not [one for one in findings(report, "time.late") if one.severity != "notice"]
    assert not findings(report, "time.outside-year")


@pytest.mark.parametrize(
    ("results", "right"),
    [
        ("il portale è attivo dal 15 febbraio 2019.", "il portale è attivo dal 15 febbraio 2018."),
        (
            "Attivazione del portale in tutte le sedi nel mese di febbraio 2019; impiego di trenta operatori.",
            "Attivazione del portale in tutte le sedi nel mese di febbraio 2018; impiego di trenta operatori.",
        ),
        (
            "il portale, collaudato senza riserve, è entrato in funzione il 3 febbraio 2019.",
            "il portale, collaudato senza riserve, è entrato in funzione il 3 febbraio 2018.",
        ),
        ("Portale aperto al pubblico il 12 gennaio 2019.", "Portale aperto al pubblico il 12 gennaio 2018."),
        ("Apertura del portale: 12 gennaio 2019.", "Apertura del portale: 12 gennaio 2018."),
        ("A gennaio 2019 il portale è stato messo in linea.", "A gennaio 2018 il portale è stato messo in linea."),
        (
            "il portale fu inaugurato nel novembre 2017, alla presenza del sindaco.",
            "il portale fu inaugurato nel novembre 2018, alla presenza del sindaco.",
        ),
        (
            "la messa in linea del portale risale al 9 gennaio 2019.",
            "la messa in linea del portale è del 9 gennaio 2018.",
        ),
        ("il portale ha debuttato il due marzo 2019.", "il portale ha debuttato il due marzo 2018."),
        (
            "il portale è in esercizio da marzo 2019 e conta 400 iscritti.",
            "il portale è in esercizio da marzo 2018 e conta 400 iscritti.",
        ),
        ("i cittadini usano il portale dal 4 febbraio 2019.", "i cittadini usano il portale dal 4 febbraio 2018."),
    ],
)
def test_a_day_of_another_year_is_found_in_any_style(tmp_path: Path, results: str, right: str) -> None:
    assert findings(told(tmp_path, PORTAL | {"results": results}), "time.outside-year")
    assert not findings(told(tmp_path, PORTAL | {"results": right}), "time.outside-year")
