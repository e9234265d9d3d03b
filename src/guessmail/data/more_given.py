"""Given names that the generated table lacks. Collected by hand from what is generally known of each language's names.

`SLAVIC` are those of Ukraine, Belarus, Russia, Serbia and Bulgaria, in the spellings of passports and in those in use.
"""

from guessmail.data.rows import words

__all__ = ["FATHERS", "MORE_GIVEN", "SLAVIC"]

SLAVIC = frozenset(
    words(
        """
    oleksii oleksiy oleksij olexiy oleksey alexey aleksey alexei aleksei alexiy andrii andriy andrij andrey andrei dmytro dmitro
    dmitry dmitri dmitriy dmitrii mykola nikolai nikolay nikolaj mykhailo mykhaylo mihail mikhail serhii serhiy sergii
    sergiy sergey sergei sergej siarhei vasyl vasili vasiliy vasilii vasily volodymyr uladzimir vladimir vladimer vladislav
    vladyslav yurii yuriy yuri yury iurii iuri oleh oleg yevhen yevhenii ievgen evgen evgeny evgeniy evgenii evgeni yevgeny
    yevgeni jevgenij ihor igor vitalii vitaliy vitaly vitali vitalij anatolii anatoliy anatoly anatoli taras bohdan bogdan
    petro pyotr petr pavlo pavel maksym maksim maxim maksym artem artiom artyom denys denis dzianis roman ruslan rustam
    stanislav vadym vadim valerii valeriy valery valeri viktor victor viacheslav vyacheslav viatcheslav yaroslav iaroslav
    hryhorii hryhoriy grigory grigori grigoriy grigorii oleksandr olexandr aleksandr aliaksandr kostiantyn konstantin
    kyrylo kirill kiril nikita mykyta nazar ostap stepan tymofii timofey timofei timur fedir fedor fyodor semen semyon
    illia ilya ilia lev leonid hennadii gennady gennadi gennadiy arkady arkadi arkadiy boris borys eduard georgy georgi
    georgiy heorhii gleb hlib matvii matvey matvei mark rostyslav rostislav sviatoslav svyatoslav platon makar zakhar
    yakiv yakov danylo danila danil daniil demyan egor yegor yehor german renat rinat ramil marat ildar ayrat airat
    olena elena yelena alena olha olga volha iryna irina oksana tetiana tetyana tatiana tatyana tatsiana natalia nataliia
    nataliya natalya nataliya nataliia natallia kateryna ekaterina yekaterina katsiaryna katerina yuliia yuliya yulia iuliia
    julia mariia mariya sofiia sofiya sofia svitlana svetlana sviatlana liudmyla lyudmyla ludmila lyudmila liudmila halyna
    galina halina hanna ganna nadiia nadiya nadezhda nadezda vira liubov lyubov lubov lesia lesya larysa larisa inna
    zoriana zoryana solomiia solomiya anastasiia anastasiya anastasia nastassia daria dariia dariya darya viktoriia viktoriya
    valeriia valeriya yana iana olesia olesya alesia ksenia kseniia kseniya oxana polina alina alla anzhela anzhelika
    antonina valentina vasylyna yevheniia evgenia evgeniya yevgenia zhanna zinaida zoya kira lilia liliia liliya lidia
    lidiia lidiya lina margarita marharyta maryna marina myroslava mirra raisa rimma ruslana snizhana snezhana tamara
    ulyana uliana uljana yaroslava ivanna bohdana bogdana khrystyna kristina christina iva iveta
    dragan dragana zoran zorana goran milan milos milosh nemanja nikola stefan marko luka lazar uros vuk bojan bojana
    dejan vladan vesna jelena jovan jovana milica milena mirjana snezana slavica slobodan sasa sanja tijana tamara
    predrag nenad nebojsa ivica zeljko zdravko drazen tomislav zvonimir kresimir davor damir darko mladen ante jure
    hristo georgi dimitar dimitur plamen krasimir stoyan todor tsvetan yordan iordan kaloyan ivaylo ivailo rumen
    tsvetelina desislava gergana radostina rositsa teodora yoana kalina
    """
    )
)

_OTHERS = frozenset(
    words(
        """
    heinz horst gunter gunther guenter guenther jurgen juergen dieter uwe volker detlef manfred gerhard siegfried reinhard
    wolfgang ulrich bernd klaus franz ernst kurt otto rudi egon hannelore ingeborg gisela sigrid liesl
    mehmet ahmet mustafa huseyin hasan ibrahim murat emre burak cem can kemal orhan serkan tolga volkan yasin zeynep elif
    ayse emine hatice merve esra busra gamze selin ebru
    agnieszka grzegorz krzysztof wojciech zbigniew jaroslaw przemyslaw malgorzata katarzyna
    """
    )
) - {"can"}

FATHERS = frozenset(
    words(
        """
    suresh ramesh mahesh rajesh dinesh ganesh mukesh naresh rakesh yogesh jignesh hitesh nilesh paresh girish satish manish
    ashish anil sunil vijay ajay sanjay rajiv sanjeev rajeev vinod pramod manoj arun varun tarun karthik kartik vivek
    abhishek ankit amit sumit rohit mohit nikhil akhil rahul vishal vikas vikram gaurav saurabh sourav deepak dipak ashok
    alok aditya arjun anand prakash pradeep sandeep kuldeep hardeep gurpreet harpreet manpreet jaspreet amandeep
    priya pooja neha sneha kavita kavitha sunita anita geeta lakshmi deepa divya shweta swati shruti nisha asha usha rekha
    meena seema archana vandana anjali pallavi rashmi ritu jyoti preeti smita
    mohammed mohamed muhammad mohammad muhammed mohamad ahmad ahmed mahmoud mahmud mustafa mustapha youssef yousef yusuf
    ibrahim ismail khalid khaled omar umar hassan hussein hussain abdallah abdullah faisal faizal tariq tarek walid waleed
    nasser sami samir karim kareem rashid hamza bilal usman osman imran irfan nadeem naveed shahid sajid zahid asif kashif
    fatima fatimah fatma aisha ayesha khadija khadijah zainab zaynab maryam mariam noor nour layla leila amina aminah siti
    nurul noraini rohani azizah farid farah rania samira yasmin yasmine salma hiba dina
    salman salem saleh saeed said saad sultan nawaf fahad fahd abdi abdirahman abdullahi mohamud yusuf farah ali hasan jama
    warsame hersi gebre haile tesfaye tadesse bekele kebede desta girma abebe alemu mulugeta
    ngozi chinedu chukwuemeka emeka obinna ifeoma nneka adaobi oluwaseun olumide babatunde folake kwame kofi kwabena yaw akosua
    abena wanjiku kamau thabo sipho nomsa thandiwe lerato tendai farai
    """
    )
) - {"noor"}
"""Those of countries where the name behind a given name may be the father's, and stand for the family name: Abdi Mohamed."""

MORE_GIVEN = FATHERS | SLAVIC | _OTHERS
