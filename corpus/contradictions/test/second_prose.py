# ruff: noqa: E501
"""Eight narrative reports, each in the manner of another office: notes, long sentences, first person, figures in words."""

from typing import Any

from corpus.contradictions import forms
from corpus.contradictions.author import held, ob, wrong


def _goal(
    number: int | str, title: str, codes: tuple[str, str, str], what: str, indicator: str, results: str, **more: Any
) -> dict[str, Any]:
    """An objective of layout A; `codes` are the strategic code, its title, and the operational code."""
    above, area, code = codes
    below = title.capitalize() if title.isupper() else title
    refs = [("strategic", above, area), ("operational", code, below)]
    more = {"action": "mantenimento"} | more
    return ob(number, title, refs=refs, description=what, indicator=indicator, results=results, **more)


NERBINO = {
    "name": "comune-castelnerbino-2020",
    "layout": "A",
    "program": "text",
    "issuer": "Comune di Castel Nerbino",
    "year": 2020,
    "title": "Relazione sulla performance - anno 2020",
    "print": forms.narrative(1, "Valutazione N.V.P.: {score}/100"),
    "objectives": [
        _goal(
            1,
            "ANAGRAFE: CAMBI DI RESIDENZA",
            ("C01", "Servizi demografici", "C01.01"),
            "Arretrato da smaltire. Sportello aperto solo su appuntamento.",
            "pratiche definite / pratiche ricevute",
            "ricevute n. 640 pratiche; definite n. 592, pari al [[95,2|92,5]]%. Organico ridotto fino a marzo.",
            points=92,
            expected_benefits="certezza dei tempi",
            audit=[
                wrong("ratio.percentage", "640", "592", "95,2%"),
                held("ratio.percentage", "640", "592", "92,5%", only="twin"),
            ],
        ),
        _goal(
            2,
            "LAMPIONI A LED",
            ("C02", "Lavori pubblici e ambiente", "C02.01"),
            "Sostituzione corpi illuminanti, secondo lotto. Fine lavori: entro il 30/9/2020.",
            "data di fine lavori",
            "consegna alla ditta in maggio; lavori finiti il [[18/11|18/9]]/2020. Bollette in calo. Nessun ostacolo segnalato.",
            points=100,
            expected_benefits="risparmio",
            audit=[
                wrong("time.late", "30/9/2020", "18/11/2020", also=["evaluation.full-score-on-missed-target"]),
                held("time.late", "30/9/2020", "18/9/2020", only="twin"),
            ],
        ),
        _goal(
            3,
            "CANILE INTERCOMUNALE",
            ("C02", "Lavori pubblici e ambiente", "C02.02"),
            "Progetto comune con i centri vicini. Capofila: questo ente.",
            "% completamento della progettazione",
            "scelto il terreno, redatta la relazione geologica, sentiti i veterinari[[. Documenti agli atti.|: progettazione compiuta al 60%.]]",
            points=70,
            action="nuova azione",
            expected_benefits="meno randagi",
            audit=[wrong("target.percentage-unreported", "% completamento")],
        ),
        _goal(
            4,
            "MENSE: DIETE SPECIALI",
            ("C03", "Scuola e cultura", "C03.01"),
            "Menù su misura per chi ne ha diritto, previa certificazione.",
            "n. diete servite",
            "n. 148 diete: 61 per celiachia, 52 per allergie, 35 per motivi etici. Convenzione con il dietista "
            "[[mai firmata: obiettivo non raggiunto|firmata in aprile: obiettivo raggiunto]].",
            points=100,
            expected_benefits="salute degli alunni",
            audit=[
                wrong(
                    "evaluation.score-against-outcome",
                    "non raggiunto",
                    "100",
                    also=["evaluation.full-score-on-missed-target"],
                ),
                held("ratio.parts", "148", "61", "52", "35"),
            ],
        ),
        _goal(
            5,
            "PIANO NEVE",
            ("C02", "Lavori pubblici e ambiente", "C02.03"),
            "Coperti nel 2019 km [[84|76]] di strade, esclusi i vicoli.",
            "km di strade coperti dal servizio",
            "km coperti: 91, contro i 76 del 2019. Due lame nuove.",
            points=98,
            expected_benefits="strade sicure d’inverno",
            audit=[
                wrong("target.baseline-differs", "84", "76"),
                held("target.baseline-differs", "76", only="twin"),
            ],
        ),
        _goal(
            6,
            "ARCHIVIO STORICO",
            ("C03", "Scuola e cultura", "C03.02"),
            "Fondi notarili da riordinare, a cura della cooperativa.",
            "n. fondi riordinati (almeno 12)",
            "fondi riordinati: 12; l’ultimo il 31/12/2020.",
            points=100,
            expected_benefits="carte consultabili",
            audit=[held("ratio.target", "almeno 12", "12")],
        ),
    ],
}

DUEVALICHI = {
    "name": "provincia-duevalichi-2016",
    "layout": "A",
    "program": "reportlab",
    "issuer": "Provincia dei Due Valichi",
    "year": 2016,
    "title": "Relazione sulla Performance dell’anno 2016",
    "print": forms.narrative(2, "Valutazione OIV: {score} su 20")
    | {
        "preface": [
            "La valutazione di ciascun obiettivo, espressa in ventesimi, compete all’Organismo Indipendente di Valutazione."
        ]
    },
    "objectives": [
        _goal(
            1,
            "Rifacimento del manto delle strade provinciali",
            ("P1", "Viabilità ed edilizia", "P1.01"),
            "Con il programma approvato dal Consiglio si è inteso assicurare, pur nella nota scarsità di risorse, il rifacimento di non "
            "meno di quaranta chilometri di manto stradale, dando la precedenza ai tratti di montagna.",
            "chilometri di manto rifatti (valore atteso: almeno [[35|40]])",
            "all’esito dei lavori, affidati a tre imprese, i chilometri di manto rifatti risultano essere quarantatré.",
            points=20,
            expected_benefits="maggiore sicurezza della circolazione",
            audit=[
                wrong("target.differs", "non meno di quaranta", "almeno 35"),
                held("ratio.target", "40", "quarantatré", only="twin"),
            ],
        ),
        _goal(
            2,
            "Verifiche di vulnerabilità sismica degli edifici scolastici",
            ("P1", "Viabilità ed edilizia", "P1.02"),
            "Le verifiche, delle quali è incaricato il servizio tecnico, riguardano gli edifici che la legge affida alla Provincia.",
            "edifici verificati/edifici scolastici in carico",
            "sono stati sottoposti a verifica [[58|52]] edifici sui 54 che, alla data odierna, la Provincia ha in carico.",
            points=19,
            expected_benefits="tutela degli studenti e del personale",
            audit=[
                wrong("ratio.above-whole", "58", "54"),
                held("ratio.above-whole", "52", "54", only="twin"),
            ],
        ),
        _goal(
            3,
            "Passaggio alla Regione delle funzioni in materia di turismo",
            ("P2", "Riordino istituzionale", "P2.01"),
            "In attuazione della legge di riordino occorreva provvedere tanto alla ricognizione del personale quanto alla cessione dei beni.",
            "ricognizione del personale e cessione dei beni (SI/NO)",
            "la ricognizione del personale è stata ultimata in settembre; quanto alla cessione dei beni, essa "
            "[[non è stata ancora perfezionata, in attesa delle perizie|è stata perfezionata in novembre, acquisite le perizie]].",
            points=20,
            points_note="[[limitatamente alla ricognizione del personale|]]",
            action="nuova azione",
            expected_benefits="chiarezza delle competenze",
            audit=[
                wrong(
                    "evaluation.partial-score",
                    "limitatamente alla ricognizione del personale",
                    also=["evaluation.full-score-on-missed-target", "evaluation.score-against-outcome"],
                )
            ],
        ),
        _goal(
            4,
            "Esercitazioni di protezione civile",
            ("P2", "Riordino istituzionale", "P2.02"),
            "Era intendimento dell’Amministrazione che si tenessero almeno due esercitazioni con i gruppi di volontari.",
            "numero di esercitazioni tenute",
            "le esercitazioni tenute nel corso dell’anno sono state tre, l’ultima delle quali nella valle maggiore.",
            points="[[23|18]]",
            expected_benefits="prontezza degli interventi",
            audit=[
                wrong("evaluation.above-maximum", "23", "20"),
                held("ratio.target", "almeno due", "tre"),
            ],
        ),
        _goal(
            5,
            "Contenimento del contenzioso pendente",
            ("P3", "Affari generali", "P3.01"),
            "Si è ritenuto, sentita l’Avvocatura, di favorire le definizioni in via bonaria ogniqualvolta ne ricorressero i presupposti.",
            "ricorsi pendenti al 31 dicembre (valore atteso: non più di sessanta)",
            "al 31 dicembre i ricorsi pendenti ammontavano a [[sessantotto|cinquantotto]], laddove l’anno precedente se ne contavano settantuno.",
            points=20,
            expected_benefits="minori oneri a carico del bilancio",
            audit=[
                wrong(
                    "evaluation.full-score-on-missed-target",
                    "non più di sessanta",
                    "sessantotto",
                    "20",
                    also=["ratio.target"],
                ),
                held("ratio.target", "sessanta", "cinquantotto", only="twin"),
            ],
        ),
        _goal(
            6,
            "Prestito fra le biblioteche delle scuole superiori",
            ("P3", "Affari generali", "P3.02"),
            "Il prestito, gratuito, si rivolge alle scuole che ne facciano domanda.",
            "biblioteche scolastiche aderenti/biblioteche scolastiche",
            "ha aderito il 66,7 per cento delle biblioteche scolastiche, vale a dire ventisei su trentanove; il primo prestito è stato registrato il [[9 gennaio 2017|9 maggio 2016]].",
            points=17,
            expected_benefits="circolazione dei libri",
            audit=[
                wrong("time.outside-year", "9 gennaio 2017"),
                held("ratio.percentage", "66,7 per cento", "ventisei", "trentanove"),
            ],
        ),
    ],
}

STORNI = {
    "name": "asl-pianastorni-2018",
    "layout": "A",
    "program": "text",
    "issuer": "Azienda Sanitaria Locale Piana degli Storni",
    "year": 2018,
    "title": "Relazione annuale sulla performance 2018",
    "print": forms.narrative(1, "Valutazione OIV: {score}/10")
    | {"preface": ["Ogni obiettivo vale al massimo dieci punti."], "heading": "OBIETTIVO N° {number}"},
    "objectives": [
        _goal(
            1,
            "ATTESA PER LA PRIMA VISITA CARDIOLOGICA",
            ("S1", "Accesso alle cure", "S1.01"),
            "Riorganizzazione delle agende; apertura di un ambulatorio pomeridiano nel presidio di pianura.",
            "attesa media in gg. (valore atteso: non oltre 30)",
            "attesa media: [[37|27]] gg. (44 nel 2017). L’obiettivo è da ritenersi conseguito.",
            points=9,
            expected_benefits="cure tempestive",
            audit=[
                wrong(
                    "ratio.target",
                    "non oltre 30",
                    "37",
                    also=["evaluation.score-against-outcome", "evaluation.full-score-on-missed-target"],
                ),
                held("ratio.target", "non oltre 30", "27", only="twin"),
            ],
        ),
        _goal(
            2,
            "VACCINAZIONE ANTINFLUENZALE",
            ("S2", "Prevenzione", "S2.01"),
            "Campagna stagionale rivolta a ultrasessantacinquenni e cronici, con il concorso dei medici di famiglia (MMG).",
            "dosi somministrate",
            "24.310 dosi somministrate: 15.120 dai MMG, 6.040 nei distretti e [[4.150|3.150]] presso le residenze per anziani (RSA).",
            points=10,
            expected_benefits="minori ricoveri invernali",
            audit=[
                wrong("ratio.parts", "24.310", "15.120", "6.040", "4.150"),
                held("ratio.parts", "24.310", "15.120", "6.040", "3.150", only="twin"),
            ],
        ),
        _goal(
            3,
            "PRENOTAZIONI IN FARMACIA",
            ("S1", "Accesso alle cure", "S1.02"),
            "Collegamento delle farmacie convenzionate al centro unico di prenotazione (CUP).",
            "collegamento attivo (SI/NO)",
            "collegamento attivo dal 4 marzo [[2019|2018]]; gradimento elevato tra gli anziani.",
            points=10,
            action="nuova azione",
            expected_benefits="meno code agli sportelli",
            audit=[wrong("time.outside-year", "4 marzo 2019", also=["time.late"])],
        ),
        _goal(
            4,
            "SEGNALAZIONE DEGLI EVENTI AVVERSI",
            ("S3", "Qualità e sicurezza", "S3.01"),
            "Diffusione della scheda unica di segnalazione; formazione dei referenti di reparto.",
            "referenti formati/referenti nominati",
            "formati 34 referenti dei 40 nominati (85%); restano da formare quelli del presidio montano.",
            points="[[|8]]",
            expected_benefits="prevenzione degli errori",
            audit=[
                wrong("evaluation.no-score", also=["evaluation.without-score"]),
                held("ratio.percentage", "34", "40", "85%"),
            ],
        ),
        _goal(
            5,
            "CASE DELLA SALUTE",
            ("S1", "Accesso alle cure", "S1.03"),
            "Potenziamento delle due case della salute esistenti.",
            "n. accessi (almeno 5.000); n. infermieri formati (almeno 25)",
            "registrati 5.430 accessi, in prevalenza per prelievi e medicazioni[[|; formati 27 infermieri]].",
            points=10,
            expected_benefits="meno accessi al pronto soccorso",
            audit=[
                wrong("target.unanswered", "infermieri formati", "almeno 25"),
                held("ratio.target", "almeno 5.000", "5.430"),
            ],
        ),
        _goal(
            6,
            "ASSISTENZA DOMICILIARE AGLI ANZIANI",
            ("S2", "Prevenzione", "S2.02"),
            "Presa in carico da parte di équipe miste (medico, infermiere, assistente sociale).",
            "anziani assistiti a domicilio/anziani residenti",
            "assistiti a domicilio 1.206 anziani su 15.075 residenti (8,0%).",
            points=9,
            expected_benefits="permanenza nella propria casa",
            audit=[held("ratio.percentage", "1.206", "15.075", "8,0%")],
        ),
    ],
}

LAMEVERDI = {
    "name": "parco-lameverdi-2021",
    "layout": "A",
    "program": "chromium",
    "issuer": "Ente Parco delle Lame Verdi",
    "year": 2021,
    "title": "Relazione sulla performance 2021",
    "print": forms.narrative(1, "Valutazione OIV = {score}/100") | {"header": "Ente Parco delle Lame Verdi"},
    "objectives": [
        _goal(
            1,
            "SEGNALETICA DEI SENTIERI",
            ("L1", "Fruizione", "L1.01"),
            "I cartelli erano vecchi e in parte rubati: abbiamo deciso di rifarli in legno di castagno.",
            "km di sentieri risegnati/km di sentieri del parco",
            "dei 230 km di sentieri del parco ne abbiamo risegnati 161, cioè il [[77|70]]%; il resto aspetta la prossima stagione.",
            points=80,
            expected_benefits="chi cammina non si perde",
            audit=[
                wrong("ratio.percentage", "230", "161", "77%"),
                held("ratio.percentage", "230", "161", "70%", only="twin"),
            ],
        ),
        _goal(
            2,
            "VISITE CON I GUARDAPARCO",
            ("L1", "Fruizione", "L1.02"),
            "Contavamo di far partire le visite entro la fine di giugno, appena riaperte le strade.",
            "avvio delle visite (SI/NO)",
            "la prima visita con i guardaparco è partita il 5 [[agosto|giugno]] 2021 e i posti si sono esauriti subito.",
            points=85,
            action="nuova azione",
            expected_benefits="un parco conosciuto da chi ci abita",
            audit=[
                wrong("time.late", "fine di giugno", "5 agosto 2021"),
                held("time.late", "fine di giugno", "5 giugno 2021", only="twin"),
            ],
        ),
        _goal(
            3,
            "CENSIMENTO DEI CAMOSCI",
            ("L2", "Natura", "L2.01"),
            "Da dieci anni contiamo i camosci in autunno, con i volontari delle sezioni alpine.",
            "n. uscite di conteggio (almeno 6)",
            "siamo usciti sette volte; gli animali visti sono 412, dei quali 268 adulti e 144 giovani.",
            points=100,
            print_title="[[OBIETTIVO N. 8 – |]]CENSIMENTO DEI CAMOSCI",
            expected_benefits="dati per decidere",
            audit=[
                wrong("structure.stray-heading", "OBIETTIVO N. 8"),
                held("ratio.parts", "412", "268", "144"),
            ],
        ),
        _goal(
            4,
            "INDENNIZZI AI PASTORI",
            ("L3", "Comunità", "L3.01"),
            "Paghiamo i danni che i lupi fanno alle greggi, dopo il sopralluogo del veterinario.",
            "% di raggiungimento del piano degli indennizzi",
            "abbiamo fatto tutti i sopralluoghi con il veterinario e mandato [[gli atti in ragioneria prima dell’estate|gli atti "
            "in ragioneria; il piano è attuato all’88%]].",
            points=88,
            expected_benefits="meno conflitti",
            audit=[wrong("target.percentage-unreported", "% di raggiungimento")],
        ),
        _goal(
            5,
            "MARCHIO DEL PARCO PER LE LOCANDE",
            ("L3", "Comunità", "L3.02"),
            "Volevamo proporre alle locande un marchio comune, con regole semplici.",
            "n. locande aderenti",
            "[[non abbiamo potuto cominciare, perché il regolamento è ancora all’esame del ministero|alle locande la proposta è piaciuta: "
            "hanno aderito in ventidue]].",
            points="[[|95]]",
            action="nuova azione",
            status="[[postponed|reported]]",
            status_note="Obiettivo rinviato al 2022 con deliberazione del Consiglio direttivo.",
            expected_benefits="accoglienza riconoscibile",
            audit=[wrong("evaluation.without-score", "rinviato al 2022", also=["evaluation.no-score"])],
        ),
        _goal(
            6,
            "VIVAIO DELLE PIANTE LOCALI",
            ("L2", "Natura", "L2.02"),
            "Nel 2020 dal vivaio erano uscite 3.150 piantine, tutte di specie del posto.",
            "n. piantine distribuite",
            "ne abbiamo distribuite 3.465, il 10% in più delle 3.150 del 2020.",
            points=96,
            expected_benefits="boschi più ricchi",
            audit=[held("target.baseline-differs", "3.150")],
        ),
    ],
}

MOLINALTA = {
    "name": "cciaa-molinalta-2014",
    "layout": "A",
    "program": "text",
    "issuer": "Camera di Commercio di Molinalta",
    "year": 2014,
    "title": "Relazione sulla performance 2014",
    "print": forms.narrative(1, "Valutazione O.I.V. = {score}/100")
    | {
        "heading": "OBIETTIVO N.{number}",
        "preface": [
            "Il grado di raggiungimento è il rapporto fra risultato e valore atteso. Cento punti spettano soltanto a chi eguaglia o supera il valore atteso."
        ],
    },
    "objectives": [
        _goal(
            1,
            "SOLLECITA EVASIONE DELLE DENUNCE",
            ("D01", "Registro delle imprese", "D01.01"),
            "Il Conservatore ha disposto che le denunce siano istruite secondo l’ordine di arrivo.",
            "quota di denunce evase in cinque giorni (almeno il novanta per cento)",
            "è stato evaso in cinque giorni [[l’ottantadue|il novantaquattro]] per cento delle denunce.",
            points=100,
            expected_benefits="imprese iscritte senza indugio",
            audit=[
                wrong(
                    "evaluation.full-score-on-missed-target",
                    "novanta per cento",
                    "ottantadue",
                    "100",
                    also=["ratio.target"],
                ),
                held("ratio.target", "novanta per cento", "novantaquattro", only="twin"),
            ],
        ),
        _goal(
            2,
            "SOSTEGNO ALLA PARTECIPAZIONE ALLE FIERE",
            ("D02", "Promozione", "D02.01"),
            "La Giunta ha destinato alle fiere una quota delle entrate del diritto annuale.",
            "imprese finanziate (valore atteso: ottanta)",
            "le imprese finanziate sono state sessanta; grado di raggiungimento: [[85|75]]%.",
            points=75,
            expected_benefits="nuovi mercati",
            audit=[
                wrong("ratio.achievement", "ottanta", "sessanta", "85%"),
                held("ratio.achievement", "ottanta", "sessanta", "75%", only="twin"),
            ],
        ),
        _goal(
            3,
            "PREMIO ALLE IMPRESE LONGEVE",
            ("[[D03|D02]]", "[[Regolazione del mercato|Promozione]]", "D02.02"),
            "Il premio è riservato alle imprese con più di mezzo secolo di attività.",
            "cerimonia di consegna (SI/NO)",
            "la cerimonia si è svolta in ottobre nel salone camerale, alla presenza delle famiglie.",
            points=100,
            expected_benefits="memoria del lavoro",
            audit=[wrong("structure.code-parent", "D03", "D02.02")],
        ),
        _goal(
            4,
            "CONCILIAZIONE DELLE LITI TRA IMPRESE E CONSUMATORI",
            ("D03", "Regolazione del mercato", "D03.01"),
            "L’organismo camerale di mediazione è iscritto nel registro ministeriale.",
            "domande di mediazione depositate",
            "le domande depositate sono state quarantotto: trentuno concluse con accordo, undici senza, sei tuttora pendenti.",
            points=93,
            expected_benefits="giustizia meno costosa",
            audit=[held("ratio.parts", "quarantotto", "trentuno", "undici", "sei")],
        ),
        _goal(
            5,
            "SORVEGLIANZA SUI PRODOTTI",
            ("D03", "Regolazione del mercato", "D03.02"),
            "Nell’anno 2013 i prodotti esaminati erano stati duecentodieci, in gran parte giocattoli.",
            "numero di prodotti esaminati",
            "si sono esaminati duecentosessanta prodotti, a fronte dei [[centonovanta|duecentodieci]] del 2013.",
            points=95,
            expected_benefits="consumatori protetti",
            audit=[
                wrong("target.baseline-differs", "duecentodieci", "centonovanta"),
                held("target.baseline-differs", "duecentodieci", only="twin"),
            ],
        ),
        _goal(
            "[[4|6]]",
            "LISTINO DEI PREZZI ALL’INGROSSO",
            ("D03", "Regolazione del mercato", "D03.03"),
            "Il listino, istituito con deliberazione del 12 maggio 2009, esce ogni settimana.",
            "uscite del listino/uscite previste",
            "il listino è uscito cinquantadue volte sulle cinquantadue previste.",
            points=100,
            expected_benefits="trasparenza",
            audit=[
                wrong("structure.repeated-number", "N.4", also=["structure.missing-number"]),
                held("ratio.percentage", "cinquantadue"),
            ],
        ),
    ],
}

ROCCIABIANCA = {
    "name": "porto-rocciabianca-2019",
    "layout": "A",
    "program": "libreoffice",
    "issuer": "Autorità Portuale di Rocciabianca",
    "year": 2019,
    "title": "Relazione sulla Performance – Esercizio 2019",
    "print": forms.narrative(2, "Punteggio attribuito dall’OIV: {score}")
    | {"preface": ["Per ciascun obiettivo l’OIV può assegnare da 0 a 25 punti."]},
    "objectives": [
        _goal(
            1,
            "Escavo dei fondali",
            ("R1", "Infrastrutture", "R1.1"),
            "Lavori appaltati nel 2018; ripristino delle quote di progetto (ca. 9 m s.l.m.m.).",
            "spesa sostenuta (mln €)",
            "spesa di 4,2 mln €, di cui 1,9 mln per la darsena di levante, 1,4 mln per il canale di accesso, [[1,3|0,9]] mln per lo smaltimento dei fanghi.",
            points=25,
            expected_benefits="accesso di navi di maggior pescaggio",
            audit=[
                wrong("ratio.parts", "4,2", "1,9", "1,4", "1,3"),
                held("ratio.parts", "4,2", "1,9", "1,4", "0,9", only="twin"),
            ],
        ),
        _goal(
            2,
            "Alimentazione elettrica delle navi in banchina",
            ("R1", "Infrastrutture", "R1.2"),
            "Impianto pilota alla banchina n. 7, cofinanziato da fondi UE.",
            "collaudo dell’impianto (SI/NO)",
            "collaudo con esito favorevole in data 14.02.[[2020|2019]]; verbale agli atti dell’ufficio tecnico.",
            points=24,
            action="nuova azione",
            expected_benefits="meno fumi in città",
            audit=[wrong("time.outside-year", "14.02.2020", also=["time.late"])],
        ),
        _goal(
            3,
            "Vigilanza sulla sicurezza del lavoro portuale",
            ("R2", "Lavoro e sicurezza", "R2.1"),
            "Ispezioni senza preavviso a bordo e in banchina, anche in orario notturno.",
            "nr. ispezioni (≥ 120)",
            "nr. ispezioni: [[109|129]]. Target superato, con ca. 30 prescrizioni impartite.",
            points=22,
            expected_benefits="meno infortuni",
            audit=[
                wrong(
                    "ratio.target",
                    "120",
                    "109",
                    "Target superato",
                    also=["evaluation.score-against-outcome", "evaluation.full-score-on-missed-target"],
                ),
                held("ratio.target", "120", "129", only="twin"),
            ],
        ),
        _goal(
            4,
            "Sportello unico amministrativo",
            ("R2", "Lavoro e sicurezza", "R2.2"),
            "Procedimenti da portare in rete: nr. 14.",
            "nr. procedimenti in rete",
            "in rete tutti i 14 procedimenti previsti.",
            points="[[29|25]]",
            expected_benefits="meno carta",
            audit=[wrong("evaluation.above-maximum", "29", "25")],
        ),
        _goal(
            5,
            "Nuovo sito istituzionale",
            ("R3", "Servizi generali", "R3.1"),
            "Pubblicazione on line entro il 15/10/2019, previo nulla osta della segreteria.",
            "pubblicazione del sito (entro il 15/[[12|10]]/2019)",
            "sito pubblicato il 03/10/2019.",
            points=25,
            action="nuova azione",
            expected_benefits="informazioni facili da trovare",
            audit=[
                wrong("target.differs", "15/10/2019", "15/12/2019"),
                held("time.late", "15/10/2019", "03/10/2019", only="twin"),
            ],
        ),
        _goal(
            6,
            "Riscossione dei canoni demaniali",
            ("R3", "Servizi generali", "R3.2"),
            "Solleciti bonari prima dell’ingiunzione.",
            "canoni riscossi/canoni accertati",
            "riscossi K€ 1.380 su K€ 1.500 accertati (92%).",
            points=23,
            expected_benefits="equilibrio di bilancio",
            audit=[held("ratio.percentage", "1.380", "1.500", "92%")],
        ),
    ],
}

ACCORDI = (
    "gli accordi con le aziende ospitanti sono stati rivisti e sottoscritti di nuovo; i tutori hanno compilato i questionari in "
    "linea e l’ufficio ne ha steso la sintesi per gli organi di governo."
)

COLMIRTO = {
    "name": "universita-colmirto-2021",
    "layout": "A",
    "program": "text",
    "issuer": "Università degli Studi di Colmirto",
    "year": 2021,
    "title": "Relazione integrata sulla performance 2021",
    "print": forms.narrative(2, "Valutazione OIV: {score}/5")
    | {
        "label_line": True,
        "heading": "Obiettivo N. {number} - {title}",
        "preface": [
            "Il Nucleo, in funzione di OIV, adopera una scala da 0 a 5, in cui 5 equivale al pieno conseguimento."
        ],
    },
    "objectives": [
        _goal(
            1,
            "Orientamento degli studenti delle superiori",
            ("U1", "Didattica", "U1.1"),
            "L’Ateneo, che da tempo lamenta la scarsa conoscenza dei propri corsi, ha promosso incontri presso gli istituti della regione.",
            "istituti aderenti/istituti contattati",
            "degli istituti contattati, che erano duecentoquaranta, ne hanno aderito centottanta, ossia [[l’80|il 75]]%, sebbene le lezioni a distanza abbiano ostacolato le visite.",
            points=4,
            expected_benefits="immatricolazioni più consapevoli",
            audit=[
                wrong("ratio.percentage", "duecentoquaranta", "centottanta", "80%"),
                held("ratio.percentage", "duecentoquaranta", "centottanta", "75%", only="twin"),
            ],
        ),
        _goal(
            2,
            "Borse di dottorato cofinanziate dalle imprese",
            ("U2", "Ricerca", "U2.1"),
            "Posto che a fine 2020 le borse cofinanziate erano [[64|46]], ci si prefiggeva di accrescerne il numero nei settori tecnici.",
            "borse cofinanziate",
            "le borse cofinanziate sono passate, nel volgere di un anno, da 46 a 58, il che testimonia l’interesse del tessuto produttivo.",
            points=5,
            expected_benefits="ricerca vicina alle imprese",
            audit=[
                wrong("target.baseline-differs", "64", "46"),
                held("target.baseline-differs", "46", only="twin"),
            ],
        ),
        _goal(
            3,
            "Biblioteca digitale",
            ("U2", "Ricerca", "U2.2"),
            "Si trattava di rendere accessibili anche da casa le riviste elettroniche, previa autenticazione.",
            "accesso da remoto attivo (SI/NO)",
            "l’accesso da remoto è attivo per docenti e studenti, sicché l’obiettivo può dirsi raggiunto.",
            points="[[0|5]]",
            expected_benefits="studio senza limiti di orario",
            audit=[wrong("evaluation.score-against-outcome", "raggiunto", "0")],
        ),
        _goal(
            4,
            "Tirocini curriculari",
            ("U1", "Didattica", "U1.2"),
            "I tirocini, obbligatori in sei corsi di laurea, richiedono convenzioni aggiornate.",
            "revisione delle convenzioni (SI/NO)",
            ACCORDI,
            points=5,
            expected_benefits="esperienza prima della laurea",
        ),
        _goal(
            5,
            "Alloggi nella residenza di via dei Mirti",
            ("U3", "Servizi", "U3.1"),
            "La consegna degli alloggi agli assegnatari, stante l’inizio delle lezioni, era prevista per il mese di settembre.",
            "consegna degli alloggi",
            "gli alloggi sono stati consegnati agli assegnatari [[nel mese di dicembre 2021|nei primi giorni di settembre 2021]], con generale soddisfazione.",
            points=5,
            action="nuova azione",
            expected_benefits="diritto allo studio",
            audit=[
                wrong(
                    "time.late",
                    "mese di settembre",
                    "mese di dicembre 2021",
                    also=["evaluation.full-score-on-missed-target"],
                )
            ],
        ),
        _goal(
            6,
            "Sostegno ai laureati in cerca di occupazione",
            ("U3", "Servizi", "U3.2"),
            "Lo sportello segue i laureati nell’anno successivo al titolo, ove lo desiderino.",
            "attivazione dei colloqui individuali (SI/NO)",
            f"[[{ACCORDI}|i colloqui individuali, condotti da due psicologhe, si sono tenuti ogni giovedì e hanno avuto per oggetto la stesura del curriculum.]]",
            points=4,
            expected_benefits="minore attesa del primo impiego",
            audit=[wrong("structure.duplicate-text", "i tutori hanno compilato i questionari in linea")],
        ),
    ],
}

CASESPARSE = {
    "name": "azienda-casesparse-2017",
    "layout": "A",
    "program": "reportlab",
    "issuer": "Azienda territoriale Case Sparse",
    "year": 2017,
    "title": "Relazione sulla performance 2017",
    "print": forms.narrative(2, "Valutazione OIV = {score}/100") | {"heading": "OBIETTIVO N. {number} – {title}"},
    "objectives": [
        _goal(
            1,
            "Canoni non pagati",
            ("E1", "Inquilinato", "E1.01"),
            "Chi non paga viene chiamato, ascoltato e, se del caso, ammesso a rate. L’obiettivo è far scendere la morosità.",
            "morosità sul totale dei canoni (target: non sopra il 12%)",
            "la morosità si è fermata al [[13,8|11,3]]%; era al 15,1% nel 2016.",
            points=100,
            expected_benefits="conti in ordine",
            audit=[
                wrong(
                    "evaluation.full-score-on-missed-target", "non sopra il 12%", "13,8%", "100", also=["ratio.target"]
                ),
                held("ratio.target", "12%", "11,3%", only="twin"),
            ],
        ),
        _goal(
            2,
            "Alloggi sfitti da riassegnare",
            ("E1", "Inquilinato", "E1.02"),
            "Per ogni alloggio sfitto: pulizia, revisione della caldaia, chiavi.",
            "alloggi riassegnati/alloggi sfitti",
            "a fronte di 120 alloggi sfitti ne sono stati riassegnati [[131|113]].",
            points=94,
            expected_benefits="famiglie sistemate",
            audit=[
                wrong("ratio.above-whole", "120", "131"),
                held("ratio.above-whole", "120", "113", only="twin"),
            ],
        ),
        _goal(
            3,
            "Ascensori nei palazzi alti",
            ("E2", "Manutenzioni", "E2.01"),
            "Gara e lavori nei palazzi con più di quattro piani.",
            "gara aggiudicata e lavori eseguiti (SI/NO)",
            "gara aggiudicata in aprile; lavori [[sospesi per un ricorso|eseguiti entro novembre]].",
            points=100,
            points_note="[[il punteggio riguarda la sola gara, i lavori non sono stati valutati|]]",
            action="nuova azione",
            expected_benefits="case per gli anziani",
            audit=[
                wrong(
                    "evaluation.partial-score",
                    "il punteggio riguarda la sola gara",
                    also=["evaluation.full-score-on-missed-target", "evaluation.score-against-outcome"],
                )
            ],
        ),
        _goal(
            4,
            "Assemblee di caseggiato",
            ("E1", "Inquilinato", "E1.03"),
            "Si parla di spese comuni, pulizie, cortili. Partecipa un tecnico.",
            "percentuale di caseggiati con almeno un’assemblea",
            "le assemblee si sono tenute quasi dovunque, di sera, nelle sale parrocchiali[[|: vi ha preso parte il 91% dei caseggiati]].",
            points=90,
            expected_benefits="meno liti",
            audit=[wrong("target.percentage-unreported", "percentuale di caseggiati")],
        ),
        _goal(
            5,
            "Cappotto termico nei fabbricati popolari",
            ("E2", "Manutenzioni", "E2.02"),
            "Intervento sui due fabbricati che spendono di più per il riscaldamento.",
            "fabbricati isolati (n. 2)",
            "isolati entrambi i fabbricati (n. 2), facciate comprese[[|; consumi ridotti del 17%]].",
            points=97,
            expected_benefits="riduzione dei consumi di almeno il 15%",
            audit=[
                wrong("target.unanswered", "almeno il 15%"),
                held("ratio.target", "almeno il 15%", "17%", only="twin"),
            ],
        ),
        _goal(
            "[[7|6]]",
            "Scambi di alloggio tra inquilini",
            ("E1", "Inquilinato", "E1.04"),
            "Nell’anno vanno pubblicati almeno tre bandi di scambio, di cui uno per chi ha disabili in casa.",
            "bandi di scambio pubblicati (almeno [[quattro|tre]])",
            "pubblicati cinque bandi di scambio; le domande sono state accolte quasi tutte.",
            points=96,
            expected_benefits="alloggi adatti alle famiglie",
            audit=[
                wrong("structure.missing-number"),
                wrong("target.differs", "almeno tre", "almeno quattro"),
                held("ratio.target", "tre", "cinque", only="twin"),
            ],
        ),
    ],
}

REPORTS = [NERBINO, DUEVALICHI, STORNI, LAMEVERDI, MOLINALTA, ROCCIABIANCA, COLMIRTO, CASESPARSE]
