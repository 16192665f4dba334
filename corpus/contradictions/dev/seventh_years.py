# ruff: noqa: E501
"""Pairs: two years of one body; two bodies write paragraphs, two keep grids."""

from typing import Any

from corpus.contradictions import forms
from corpus.contradictions.author import held, ind, said, wrong
from corpus.contradictions.rows import at, block, grid_row, wide_row

# Provincia di Valsorella: text in both years.

IMPIEGO = (
    "Dopo le consuete difficoltà dei primi mesi gli operatori hanno ripreso i colloqui di accoglienza in tutti i centri, "
    "sicché chi si presenta allo sportello trova sempre qualcuno che lo ascolti; le aziende si mostrano contente dei nominativi ricevuti."
)
FAUNA = (
    "Le guardie hanno percorso di notte le strade dove più spesso i caprioli attraversano; dove il bosco tocca l’asfalto sono "
    "stati messi catarifrangenti, e gli automobilisti ne hanno tratto giovamento."
)


def _valsorella(year: int, *objectives: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"provincia-valsorella-{year}",
        "layout": "A",
        "program": "text",
        "issuer": "Provincia di Valsorella",
        "year": year,
        "title": f"Relazione sulla performance {year}",
        "kind": "report",
        "print": forms.narrative(1),
        "objectives": list(objectives),
    }


VALSORELLA_2016 = _valsorella(
    2016,
    block(
        1,
        "ASFALTI NUOVI SULLE PROVINCIALI",
        "P1.01",
        "Viabilità e scuole",
        "Si rifà il manto dei tratti più sconnessi.",
        "km di manto rifatti (target: almeno 40)",
        "i km di manto rifatti sono stati 44.",
        100,
    ),
    block(
        2,
        "VERIFICHE ANTISISMICHE NELLE SCUOLE SUPERIORI",
        "P1.02",
        "Viabilità e scuole",
        "I tecnici provinciali verificano gli edifici più vecchi.",
        "n. verifiche (target: almeno 30)",
        "le verifiche eseguite si sono fermate a 23 per la lunga assenza di due ingegneri.",
        75,
        audit=[said("ratio.target", "30", "23", severity=["notice"])],
    ),
    block(
        3,
        "CENTRI PER L’IMPIEGO ACCOGLIENTI",
        "P2.01",
        "Lavoro, cultura e ambiente",
        "I centri ricevono chi cerca lavoro.",
        "riapertura degli sportelli di accoglienza (SI/NO)",
        IMPIEGO,
        95,
    ),
    block(
        4,
        "STAZIONE UNICA APPALTANTE",
        "P2.02",
        "Lavoro, cultura e ambiente",
        "La Provincia bandisce le gare anche per i comuni.",
        "durata media delle gare",
        "la durata media delle gare è stata di 88 giorni.",
        100,
    ),
    block(
        5,
        "MUSEO DEL LEGNO",
        "P2.03",
        "Lavoro, cultura e ambiente",
        "Il museo apre da aprile a ottobre.",
        "n. visitatori",
        "i visitatori sono stati 6.090.",
        100,
    ),
    block(
        6,
        "VIVAIO PROVINCIALE",
        "P2.04",
        "Lavoro, cultura e ambiente",
        "Il vivaio coltiva specie del luogo.",
        "n. piantine consegnate (target: 5.000)",
        "le piantine consegnate sono state 4.100, perché la siccità ha rovinato un’intera serra.",
        80,
        audit=[said("ratio.target", "5.000", "4.100", severity=["notice"])],
    ),
    block(
        7,
        "PISTE CICLABILI DI FONDOVALLE",
        "P1.03",
        "Viabilità e scuole",
        "Si volevano aprire non meno di dodici chilometri di pista.",
        "chilometri di pista aperti nell’anno",
        "se ne sono potuti aprire nove, cioè meno del voluto: un esproprio è stato impugnato.",
        70,
        audit=[said("ratio.target", "dodici", "nove", severity=["notice"])],
    ),
    block(
        8,
        "MENO INCIDENTI CON LA FAUNA",
        "P1.04",
        "Viabilità e scuole",
        "La polizia provinciale cura la prevenzione.",
        "campagna di prevenzione (SI/NO)",
        FAUNA,
        100,
    ),
) | {"first": True}

VALSORELLA_2017 = _valsorella(
    2017,
    block(
        1,
        "ASFALTI NUOVI SULLE PROVINCIALI",
        "P1.01",
        "Viabilità e scuole",
        "Si rifà il manto dei tratti più sconnessi, dopo i [[48|44]] km rifatti nel 2016.",
        "km di manto rifatti (target: almeno 50)",
        "i km di manto rifatti sono stati 52.",
        100,
    ),
    block(
        2,
        "VERIFICHE ANTISISMICHE NELLE SCUOLE SUPERIORI",
        "P1.02",
        "Viabilità e scuole",
        "I tecnici provinciali verificano gli edifici più vecchi; l’organico è di nuovo al completo.",
        "n. verifiche (target: almeno [[22|30]])",
        "le verifiche eseguite sono state 31.",
        100,
    ),
    block(
        3,
        "CENTRI PER L’IMPIEGO ACCOGLIENTI",
        "P2.01",
        "Lavoro, cultura e ambiente",
        "I centri ricevono chi cerca lavoro.",
        "apertura pomeridiana degli sportelli (SI/NO)",
        f"[[{IMPIEGO}|gli sportelli restano aperti ora anche due pomeriggi la settimana, e ne profitta soprattutto chi ha figli piccoli.]]",
        95,
    ),
    block(
        4,
        "STAZIONE UNICA APPALTANTE",
        "P2.02",
        "Lavoro, cultura e ambiente",
        "La Provincia bandisce le gare anche per i comuni.",
        "durata media delle gare",
        "la durata media delle gare, che nel 2016 era di 88 giorni, è scesa a 71.",
        100,
    ),
    block(
        5,
        "MUSEO DEL LEGNO",
        "P2.03",
        "Lavoro, cultura e ambiente",
        "Il museo apre da aprile a ottobre, con una sala in più.",
        "n. visitatori",
        "i visitatori sono stati 7.215, contro i [[6.900|6.090]] dell’anno precedente.",
        100,
    ),
    block(
        6,
        "VIVAIO PROVINCIALE",
        "P2.04",
        "Lavoro, cultura e ambiente",
        "Il vivaio coltiva specie del luogo. Il target, che era di 5.000 piantine, è stato portato a 4.500 con decreto del Presidente "
        "n. 18/2017, essendo passata alla Regione una parte delle serre.",
        "n. piantine consegnate (target: 4.500)",
        "le piantine consegnate sono state 4.630.",
        100,
    ),
    block(
        7,
        "PISTE CICLABILI DI FONDOVALLE",
        "P1.03",
        "Viabilità e scuole",
        "Si volevano aprire non meno di [[otto|dodici]] chilometri di pista.",
        "chilometri di pista aperti nell’anno",
        "i chilometri di pista aperti sono stati dodici e mezzo.",
        100,
    ),
    block(
        8,
        "MENO INCIDENTI CON LA FAUNA",
        "P1.04",
        "Viabilità e scuole",
        "La polizia provinciale cura la prevenzione.",
        "campagna di prevenzione (SI/NO)",
        f"[[{FAUNA}|la campagna si è rivolta quest’anno alle autoscuole, dove un agente ha spiegato come frenare davanti a un animale.]]",
        100,
    ),
)

# Agenzia per i Pascoli Alti: PDF, then text.

CASARI = (
    "I casari più esperti hanno insegnato nelle proprie malghe, accanto alla caldaia, e la formula della lezione sul posto si è "
    "dimostrata migliore dell’aula; qualche allievo ha già preso in affitto un alpeggio."
)


def _pascolialti(year: int, program: str, *objectives: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"agenzia-pascolialti-{year}",
        "layout": "A",
        "program": program,
        "issuer": "Agenzia per i Pascoli Alti",
        "year": year,
        "title": f"Relazione annuale sulla performance – {year}",
        "kind": "report",
        "print": forms.narrative(2),
        "objectives": list(objectives),
    }


PASCOLIALTI_2021 = _pascolialti(
    2021,
    "libreoffice",
    block(
        1,
        "Censimento delle malghe",
        "K1.1",
        "Conoscere e proteggere gli alpeggi",
        "Ogni malga riceve una scheda con fotografie.",
        "malghe censite a fine anno",
        "a fine anno le malghe censite erano 137.",
        100,
    ),
    block(
        2,
        "Domande dei giovani allevatori",
        "K2.1",
        "Sostenere chi sale in quota",
        "Le domande di premio vanno istruite in fretta, prima della stagione.",
        "domande istruite prima di maggio (target: ≥ 85%)",
        "le domande istruite prima di maggio sono state il 71%: l’obiettivo è mancato.",
        60,
        audit=[said("ratio.target", "85%", "71%", severity=["notice"])],
    ),
    block(
        3,
        "Imparare a fare il formaggio",
        "K2.2",
        "Sostenere chi sale in quota",
        "I corsi sono rivolti a chi non ha famiglia contadina.",
        "avvio dei corsi (SI/NO)",
        CASARI,
        100,
    ),
    block(
        4,
        "Abbeveratoi riparati",
        "K1.2",
        "Conoscere e proteggere gli alpeggi",
        "Gli abbeveratoi in pietra perdono acqua quasi dappertutto.",
        "quota di abbeveratoi in buono stato",
        "la quota di abbeveratoi in buono stato è del 64%.",
        90,
    ),
    block(
        5,
        "Pagamento dei premi",
        "K2.3",
        "Sostenere chi sale in quota",
        "I premi compensano chi alleva razze rare.",
        "premi pagati (target: almeno 300)",
        "i premi pagati sono 341.",
        100,
    ),
    block(
        6,
        "Vigilanza sui pascoli demaniali",
        "K1.3",
        "Conoscere e proteggere gli alpeggi",
        "Si controlla che nessuno porti più capi di quelli concessi.",
        "giornate di vigilanza (target: almeno 45)",
        "le giornate di vigilanza sono state 47.",
        100,
    ),
) | {"first": True}

PASCOLIALTI_2022 = _pascolialti(
    2022,
    "text",
    block(
        1,
        "Censimento delle malghe",
        "K1.1",
        "Conoscere e proteggere gli alpeggi",
        "Ogni malga riceve una scheda con fotografie; il 31 dicembre 2021 le malghe censite erano [[173|137]].",
        "malghe censite a fine anno",
        "a fine anno le malghe censite erano 205.",
        100,
    ),
    block(
        2,
        "Domande dei giovani allevatori",
        "K2.1",
        "Sostenere chi sale in quota",
        "Le domande di premio vanno istruite in fretta, prima della stagione.",
        "domande istruite prima di maggio (target: ≥ [[70|85]]%)",
        "le domande istruite prima di maggio sono state l’88%.",
        100,
    ),
    block(
        3,
        "Imparare a fare il formaggio",
        "K2.2",
        "Sostenere chi sale in quota",
        "I corsi sono rivolti a chi non ha famiglia contadina.",
        "svolgimento dei corsi (SI/NO)",
        f"[[{CASARI}|i corsi si sono svolti in un caseificio di fondovalle, preso in prestito nei mesi morti; le donne erano più degli uomini.]]",
        100,
    ),
    block(
        4,
        "Abbeveratoi riparati",
        "K1.2",
        "Conoscere e proteggere gli alpeggi",
        "Gli abbeveratoi in pietra perdono acqua quasi dappertutto.",
        "quota di abbeveratoi in buono stato",
        "la quota di abbeveratoi in buono stato passa dal [[46|64]]% del 2021 al 73%.",
        90,
    ),
    block(
        5,
        "Pagamento dei premi",
        "K2.3",
        "Sostenere chi sale in quota",
        "I premi compensano chi alleva razze rare; sono venuti meno quelli per le razze estinte.",
        "premi pagati (target: almeno 280)",
        "i premi pagati sono 296; nel 2021 erano 341.",
        100,
    ),
    block(
        6,
        "Vigilanza sui pascoli demaniali",
        "K1.3",
        "Conoscere e proteggere gli alpeggi",
        "Si controlla che nessuno porti più capi di quelli concessi.",
        "giornate di vigilanza (target: almeno 45)",
        "le giornate di vigilanza sono state 49.",
        100,
        only="twin",
    ),
)

# Ministero dei Ponti di Pietra: a grid, by two programs.

CAP = "La percentuale di raggiungimento non va mai oltre il 100%."
TUTELA, SERVIZI = ("PP1", "Tutela dei ponti"), ("PP2", "Servizi a enti e cittadini")


def _pontipietra(year: int, program: str, *objectives: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"ministero-pontipietra-{year}",
        "layout": "T",
        "program": program,
        "issuer": "Ministero dei Ponti di Pietra",
        "year": year,
        "title": f"Consuntivo degli obiettivi – anno {year}",
        "kind": "report",
        "print": forms.grid_t(year, 1) | {"intro": [CAP]},
        "objectives": list(objectives),
    }


def _row(
    area: tuple[str, str],
    code: str,
    title: str,
    weight: str,
    one: tuple[str, str, str, str, str],
    notes: str,
    **more: Any,
) -> dict[str, Any]:
    text, base, target, result, ach = one
    return wide_row(
        area, code, title, weight, [ind(text, target, result, base=base, w="100", ach=ach)], notes=notes, **more
    )


PONTIPIETRA_2018 = _pontipietra(
    2018,
    "reportlab",
    _row(
        TUTELA,
        "PP1.1",
        "Ispezionare le arcate",
        "20",
        ("Ponti ispezionati", "210", "≥ 240", "252", "100%"),
        "Impiegati i droni.",
    ),
    _row(
        TUTELA,
        "PP1.2",
        "Restaurare i parapetti",
        "20",
        ("Restauri conclusi", "11", "15", "12", "80%"),
        "Tre cantieri fermi per piena.",
    ),
    _row(
        TUTELA,
        "PP1.3",
        "Schedare le epigrafi",
        "10",
        ("Epigrafi schedate su note", "88%", "≥ 90%", "91,5%", "100%"),
        "Schede in catalogo.",
    ),
    _row(
        SERVIZI,
        "PP2.1",
        "Autorizzare presto i transiti pesanti",
        "20",
        ("Giorni per l’autorizzazione", "41", "≤ 30", "40", "75%"),
        "Molte domande incomplete.",
    ),
    _row(
        SERVIZI,
        "PP2.2",
        "Addestrare gli scalpellini",
        "20",
        ("Scalpellini addestrati", "52", "≥ 60", "64", "100%"),
        "Due botteghe nuove.",
    ),
    _row(
        SERVIZI,
        "PP2.3",
        "Rispondere agli enti proprietari",
        "10",
        ("Pareri resi su chiesti", "59,1%", "≥ 65%", "66,67%", "100%"),
        "Due pareri su tre resi.",
    ),
) | {"first": True}

PONTIPIETRA_2019 = _pontipietra(
    2019,
    "chromium",
    _row(
        TUTELA,
        "PP1.1",
        "Ispezionare le arcate",
        "20",
        ("Ponti ispezionati", "[[225|252]]", "≥ 260", "271", "100%"),
        "Squadre da tre a quattro.",
    ),
    _row(
        TUTELA,
        "PP1.2",
        "Restaurare i parapetti",
        "20",
        ("Restauri conclusi", "12", "[[13|15]]", "15", "100%"),
        "Cantieri chiusi con il bel tempo.",
    ),
    _row(
        TUTELA,
        "PP1.3",
        "Schedare le epigrafi",
        "10",
        ("Epigrafi schedate su note", "[[95,1|91,5]]%", "≥ 96%", "97%", "100%"),
        "Mancano le illeggibili.",
    ),
    _row(
        SERVIZI,
        "PP2.1",
        "Autorizzare presto i transiti pesanti",
        "20",
        ("Giorni per l’autorizzazione", "40", "≤ [[36|30]]", "29", "100%"),
        "Domanda ora soltanto in rete.",
    ),
    _row(
        SERVIZI,
        "PP2.2",
        "Addestrare gli scalpellini",
        "20",
        ("Scalpellini addestrati", "[[n.d.|64]]", "≥ [[35%|66]]", "[[38%|70]]", "100%"),
        "Lezioni tenute in cava.",
    ),
    _row(
        SERVIZI,
        "PP2.3",
        "Rispondere agli enti proprietari",
        "10",
        ("Pareri resi su chiesti", "66,7%", "≥ 68%", "71%", "100%"),
        "Arretrato smaltito.",
    ),
)

# Comunità Montana dell'Alto Sambuco: a grid whose column "Indicatore" tells the result.

BOSCHI = (
    "I proprietari si sono riuniti in consorzio e hanno affidato il taglio a una sola ditta del luogo; la legna di scarto è andata "
    "alla centrale termica, e i sentieri sono rimasti sgombri."
)
ALPINI = (
    "Il rifugio ha avuto un gestore nuovo, scelto con bando, che tiene aperto nei fine settimana e cura la stazione meteorologica; "
    "gli escursionisti lasciano sul libro parole di lode."
)


def _altosambuco(year: int, program: str, *objectives: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"cm-altosambuco-{year}",
        "layout": "B",
        "program": program,
        "issuer": "Comunità Montana dell’Alto Sambuco",
        "year": year,
        "title": f"Griglia di valutazione degli obiettivi {year}",
        "kind": "report",
        "print": forms.grid_b(1),
        "objectives": list(objectives),
    }


ALTOSAMBUCO_2019 = _altosambuco(
    2019,
    "libreoffice",
    grid_row(
        1,
        "0301",
        "03010101",
        "Lavori",
        "Cisterne antincendio",
        "",
        results="Posate 74 cisterne.",
        ach="100%",
        notes="-",
    ),
    grid_row(
        2, "0301", "03010102", "Foreste", "Boschi privati a gestione unita", "", results=BOSCHI, ach="100%", notes="-"
    ),
    grid_row(
        3,
        "0301",
        "03010103",
        "Foreste",
        "Sopralluoghi nelle valanghe",
        "",
        results="Target: almeno 26 sopralluoghi. Eseguiti 19 sopralluoghi, perché la funivia era guasta.",
        ach="73%",
        notes="-",
        audit=[said("ratio.target", "26", "19", severity=["notice"])],
    ),
    grid_row(
        4,
        "0302",
        "03020101",
        "Bilancio",
        "Contributi ai negozi di montagna",
        "",
        results="Erogati contributi per 412.500 euro.",
        ach="100%",
        notes="-",
    ),
    grid_row(5, "0302", "03020102", "Turismo", "Rifugio della Forcella", "", results=ALPINI, ach="100%", notes="-"),
    grid_row(
        6,
        "0302",
        "03020103",
        "Turismo",
        "Tessere per la rete dei musei",
        "",
        results="Target: 900 tessere. Vendute 1.020 tessere.",
        ach="100%",
        notes="-",
    ),
) | {"first": True}

ALTOSAMBUCO_2020 = _altosambuco(
    2020,
    "reportlab",
    grid_row(
        1,
        "0301",
        "03010101",
        "Lavori",
        "Cisterne antincendio",
        "",
        results="Posate altre 81 cisterne, dopo le [[47|74]] del 2019.",
        ach="100%",
        notes="-",
    ),
    grid_row(
        2,
        "0301",
        "03010102",
        "Foreste",
        "Boschi privati a gestione unita",
        "",
        results=f"[[{BOSCHI}|Entrati nel consorzio anche i boschi della parrocchia; la segheria ha riacceso le macchine dopo vent’anni.]]",
        ach="100%",
        notes="-",
    ),
    grid_row(
        3,
        "0301",
        "03010103",
        "Foreste",
        "Sopralluoghi nelle valanghe",
        "",
        results="Target: almeno [[18|26]] sopralluoghi. Eseguiti 27 sopralluoghi.",
        ach="100%",
        notes="-",
    ),
    grid_row(
        4,
        "0302",
        "03020101",
        "Bilancio",
        "Contributi ai negozi di montagna",
        "",
        results="Erogati contributi per 438.000 euro; nel 2019 ne erano stati erogati per [[421.500|412.500]].",
        ach="100%",
        notes="-",
    ),
    grid_row(
        5,
        "0302",
        "03020102",
        "Turismo",
        "Rifugio della Forcella",
        "",
        results=f"[[{ALPINI}|Il gestore ha ridipinto le camerate e messo i pannelli sul tetto, chiedendo in cambio una proroga del contratto.]]",
        ach="100%",
        notes="-",
    ),
    grid_row(
        6,
        "0302",
        "03020103",
        "Turismo",
        "Tessere per la rete dei musei",
        "",
        results="Target: 850 tessere, essendo usciti due musei. Vendute 905 tessere (1.020 nel 2019).",
        ach="100%",
        notes="-",
    ),
)

REPORTS = [
    VALSORELLA_2016,
    VALSORELLA_2017,
    PASCOLIALTI_2021,
    PASCOLIALTI_2022,
    PONTIPIETRA_2018,
    PONTIPIETRA_2019,
    ALTOSAMBUCO_2019,
    ALTOSAMBUCO_2020,
]

PAIRS = [
    {
        "name": "years-valsorella",
        "layout": "A",
        "first": "provincia-valsorella-2016",
        "second": "provincia-valsorella-2017",
        "audit": [
            at(1, "ASFALTI NUOVI SULLE PROVINCIALI", wrong("years.restated", "44", "48")),
            at(5, "MUSEO DEL LEGNO", wrong("years.restated", "6.090", "6.900")),
            at(2, "VERIFICHE ANTISISMICHE NELLE SCUOLE SUPERIORI", wrong("years.target-lowered", "30", "22")),
            at(7, "PISTE CICLABILI DI FONDOVALLE", wrong("years.target-lowered", "dodici", "otto")),
            at(3, "CENTRI PER L’IMPIEGO ACCOGLIENTI", wrong("years.same-text", "chi si presenta allo sportello")),
            at(8, "MENO INCIDENTI CON LA FAUNA", wrong("years.same-text", "Le guardie hanno percorso di notte")),
            at(4, "STAZIONE UNICA APPALTANTE", held("years.restated", "88")),
        ],
    },
    {
        "name": "years-pascolialti",
        "layout": "A",
        "first": "agenzia-pascolialti-2021",
        "second": "agenzia-pascolialti-2022",
        "audit": [
            at(1, "Censimento delle malghe", wrong("years.restated", "137", "173")),
            at(4, "Abbeveratoi riparati", wrong("years.restated", "64%", "46%")),
            at(2, "Domande dei giovani allevatori", wrong("years.target-lowered", "85%", "70%")),
            at(3, "Imparare a fare il formaggio", wrong("years.same-text", "I casari più esperti")),
            at(6, "Vigilanza sui pascoli demaniali", wrong("years.objective-gone", "Vigilanza sui pascoli demaniali")),
            at(5, "Pagamento dei premi", held("years.restated", "341")),
        ],
    },
    {
        "name": "years-pontipietra",
        "layout": "T",
        "first": "ministero-pontipietra-2018",
        "second": "ministero-pontipietra-2019",
        "audit": [
            at(None, "Ispezionare le arcate", wrong("years.restated", "252", "225")),
            at(None, "Schedare le epigrafi", wrong("years.restated", "91,5%", "95,1%")),
            at(None, "Restaurare i parapetti", wrong("years.target-lowered", "15", "13")),
            at(None, "Autorizzare presto i transiti pesanti", wrong("years.target-lowered", "30", "36")),
            at(None, "Addestrare gli scalpellini", wrong("years.series-break", "64", "38%")),
            at(None, "Rispondere agli enti proprietari", held("years.restated", "66,67%", "66,7%")),
        ],
    },
    {
        "name": "years-altosambuco",
        "layout": "B",
        "first": "cm-altosambuco-2019",
        "second": "cm-altosambuco-2020",
        "audit": [
            at(1, "Cisterne antincendio", wrong("years.restated", "74", "47")),
            at(4, "Contributi ai negozi di montagna", wrong("years.restated", "412.500", "421.500")),
            at(3, "Sopralluoghi nelle valanghe", wrong("years.target-lowered", "26", "18")),
            at(
                2,
                "Boschi privati a gestione unita",
                wrong("years.same-text", "I proprietari si sono riuniti in consorzio"),
            ),
            at(5, "Rifugio della Forcella", wrong("years.same-text", "Il rifugio ha avuto un gestore nuovo")),
            at(6, "Tessere per la rete dei musei", held("years.restated", "1.020")),
        ],
    },
]
